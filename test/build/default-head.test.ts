import { expect, test } from "vitest";
import { findDefaultHead } from "../../src/build/default-head.ts";

test.each([
  [["https://api.contoso.com/v1.0"], "api.contoso.com API", "v1.0"],
  [["https://api.contoso.com/security/beta/"], "api.contoso.com API", "beta"],
  [["https://api.contoso.com:8443/v2-rc.1"], "api.contoso.com:8443 API", "v2-rc.1"],
  [["/v1.0", "https://api.contoso.com"], "api.contoso.com API", "0.0.0"],
  [["https://api.contoso.com/vendors"], "api.contoso.com API", "0.0.0"],
  [[], "API", "0.0.0"],
])("%j -> %s, %s", (servers, title, version) => {
  expect(findDefaultHead({ servers })).toEqual({ title, version });
});
