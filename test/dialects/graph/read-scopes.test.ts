import { expect, test } from "vitest";
import { readProse, readScopeSets } from "../../../src/dialects/graph/read-scopes.ts";

test.each([
  ["one", "Ship.Read", ["Ship.Read"]],
  ["several", "Ship.Read, Ship.ReadWrite", ["Ship.Read", "Ship.ReadWrite"]],
  ["three words", "Ship.Read.All", ["Ship.Read.All"]],
  ["without blanks", "Ship.Read,Ship.ReadWrite", ["Ship.Read", "Ship.ReadWrite"]],
  ["a final point", "Ship.Read.All.", ["Ship.Read.All"]],
  ["other separators", "Ship.Read、Berth.Read；Crew.Read", ["Ship.Read", "Berth.Read", "Crew.Read"]],
  ["blanks only", "Ship.Read Berth.Read", ["Ship.Read", "Berth.Read"]],
  ["lines", "Ship.Read\nBerth.Read", ["Ship.Read", "Berth.Read"]],
  ["or", "Ship.Read or Berth.Read", ["Ship.Read", "Berth.Read"]],
  ["and: both are needed", "Ship.Read and Berth.Read", ["Ship.Read+Berth.Read"]],
  ["and, then others", "Ship.Read and Berth.Read, Harbour.Read", ["Ship.Read+Berth.Read", "Harbour.Read"]],
  ["others, then and", "Harbour.Read, Ship.Read and Berth.Read", ["Harbour.Read", "Ship.Read+Berth.Read"]],
  ["three with and", "Ship.Read and Berth.Read and Crew.Read", ["Ship.Read+Berth.Read+Crew.Read"]],
  ["a list that ends with `and`", "Ship.Read, Berth.Read, and Crew.Read", ["Ship.Read", "Berth.Read", "Crew.Read"]],
  [
    "and in other languages",
    "Ship.Read und Berth.Read, Crew.Read et Port.Read, Hull.Read 和 Keel.Read",
    ["Ship.Read+Berth.Read", "Crew.Read+Port.Read", "Hull.Read+Keel.Read"],
  ],
  ["plus", "Ship.Read plus Berth.Read", ["Ship.Read+Berth.Read"]],
  [
    "one of several plus one of others",
    "One from Ship.Read, Crew.Read plus either Berth.Read or Port.Read",
    ["Ship.Read+Berth.Read", "Ship.Read+Port.Read", "Crew.Read+Berth.Read", "Crew.Read+Port.Read"],
  ],
  [
    "and either of others",
    "Ship.Read and either Berth.Read or Port.Read",
    ["Ship.Read+Berth.Read", "Ship.Read+Port.Read"],
  ],
  ["signs for and", "Ship.Read + Berth.Read, Crew.Read & Port.Read", ["Ship.Read+Berth.Read", "Crew.Read+Port.Read"]],
  ["other words for and", "Ship.Read along with Berth.Read", ["Ship.Read+Berth.Read"]],
  [
    "a group and one",
    "Port.Read, (Ship.Read or Crew.Read) and Berth.Read",
    ["Port.Read", "Ship.Read+Berth.Read", "Crew.Read+Berth.Read"],
  ],
  ["one and a group", "Ship.Read and (Crew.Read, Berth.Read)", ["Ship.Read+Crew.Read", "Ship.Read+Berth.Read"]],
  ["a group of both, or one", "(Ship.Read and Berth.Read) or Crew.Read", ["Ship.Read+Berth.Read", "Crew.Read"]],
  ["a small letter behind the last dot", "Ship.Read.all", ["Ship.Read.all"]],
  ["plus nothing", "Ship.Read plus consent", ["Ship.Read"]],
  ["the same twice", "Ship.Read and Ship.Read", ["Ship.Read"]],
  ["marks of footnotes", "Ship.Read.Own*, Ship.Read.All", ["Ship.Read.Own", "Ship.Read.All"]],
  ["marks left over", "`Ship.Read`, **Berth.Read**", ["Ship.Read", "Berth.Read"]],
  ["escapes", "Ship.Read\\*", ["Ship.Read"]],
  ["words around", "For a **ferry**: Ferry.Read. For others: Ship.Read.", ["Ferry.Read", "Ship.Read"]],
  ["a hyphen", "Ship-Log.Read.All", ["Ship-Log.Read.All"]],
  ["letter case is kept", "ship.Read, SHIP.READ", ["ship.Read", "SHIP.READ"]],
  ["OpenID Connect", "openid, profile, offline_access", ["openid", "profile", "offline_access"]],
  ["in another script", "所有Ship.Read用户", ["Ship.Read"]],
])("%s", (_name, text, sets) => {
  expect(readScopeSets(text).map((scopes) => scopes.join("+"))).toEqual(sets);
});

test.each([
  ["Not supported."],
  ["None"],
  [""],
  ["Ship. Read. all"],
  ["Directory AccessAsUser"],
  ["_varies by context_"],
  ["**TODO: Determine scopes **"],
  ["请参阅 “注意，”"],
  ["See the note."],
  ["e.g. this"],
  ["www.harbour.example"],
])("%j holds no scope", (text) => {
  expect(readScopeSets(text)).toEqual([]);
});

test("alternatives do not multiply without end", () => {
  const group = Array.from({ length: 20 }, (_, index) => `Ship${index}.Read`).join(", ");
  expect(readScopeSets(Array.from({ length: 12 }, () => group).join(" plus ")).length).toBeLessThan(500);
});

test("a cell with very many scopes asks for one of them, not for none", () => {
  const scopes = Array.from({ length: 100 }, (_, index) => `Ship${index}.Read`);
  expect(readScopeSets(scopes.join(", "))).toEqual(scopes.map((scope) => [scope]));
});

test.each([
  ["Ship.Read, Ship.ReadWrite.All", undefined],
  ["`Ship.Read`, **Berth.Read***", undefined],
  ["Both Ship.Read and Berth.Read, or one of Crew.Read, Port.Read", undefined],
  ["One from Ship.Read plus either Berth.Read or Port.Read", undefined],
  ["Ship.Read and Berth.Read und Crew.Read", undefined],
  ["Ship.Read (see below)", "see below)"],
  ["Ship.Read. The user must be the captain.", "The user must be the captain."],
  ["Ship.Read for officers and Crew.Read", "for officers"],
])("what stands beside the scopes of %s", (text, prose) => {
  expect(readProse(text)).toBe(prose);
});
