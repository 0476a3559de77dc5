import type { Grant, Operation, ScopeSet } from "../model/operation.ts";
import { noGrant } from "./diagnostics.ts";
import type { JsonObject } from "./document.ts";
import type { EmitContext } from "./emit-context.ts";
import type { Authorization } from "./emit-options.ts";
import { toObject } from "./json-object.ts";
import type { Locate } from "./locations.ts";

/**
 * The Security Requirement Objects of an operation: one for each alternative of each grant, least privileged first.
 *
 * Docs without permissions do not say that anyone may call the operation, and `security: []` would. So such an operation
 * takes a token of any kind the API knows, with unknown scopes.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#security-requirement-object
 */
export function emitSecurity(context: EmitContext, operation: Operation, locate: Locate): JsonObject[] | undefined {
  const { permissions } = operation;
  const requirements = new Map<string, { requirement: JsonObject; from: ScopeSet }>();
  for (const { grant, alternatives } of permissions ?? []) {
    for (const from of alternatives) {
      const requirement = { [grant]: [...from.scopes] };
      const key = JSON.stringify(requirement);
      if (!requirements.has(key)) requirements.set(key, { requirement, from });
    }
  }
  if (requirements.size > 0) {
    return [...requirements.values()].map(({ requirement, from }, index) => {
      locate([index], from);
      return requirement;
    });
  }
  if (permissions && permissions.length > 0) context.report(noGrant((permissions[0] ?? operation).location));
  const grants = [...context.grants.keys()];
  return grants.length > 0 ? grants.map((grant) => ({ [grant]: [] })) : undefined;
}

/** The table by resource that the requirements are a part of: `[{ resource: "group event", delegatedWork: ["Group.Read.All"] }]`. */
export function emitPermissionsByResource({ permissionsByResource = [] }: Operation): JsonObject {
  const rows = permissionsByResource.map(({ resource, permissions }) => ({
    resource,
    ...toObject(
      permissions.map(({ grant, alternatives }) => [grant, alternatives.map(({ scopes }) => scopes.join(" and "))]),
    ),
  }));
  return rows.length === 0 ? {} : { "x-permissions-by-resource": rows };
}

/**
 * The Security Scheme Objects for the grants that operations use, each with all its scopes. Without knowledge of the
 * authorization server all that is known is that requests carry a bearer token; scopes are then roles of it.
 *
 * @see https://spec.openapis.org/oas/v3.1.0#security-scheme-object
 */
export function emitSecuritySchemes({ grants, options }: EmitContext): JsonObject {
  return toObject([...grants].map(([grant, scopes]) => [grant, emitScheme(grant, scopes, options.authorization)]));
}

const descriptions: Readonly<Record<Grant, string>> = {
  delegatedWork: "On behalf of a signed-in user with a work or school account.",
  delegatedPersonal: "On behalf of a signed-in user with a personal account.",
  application: "As the application itself, without a signed-in user.",
};

function emitScheme(grant: Grant, scopes: readonly string[], authorization: Authorization | undefined): JsonObject {
  const description = descriptions[grant];
  if (!authorization) return { type: "http", scheme: "bearer", description, "x-scopes": scopes };
  const { authorizationUrl, tokenUrl } = authorization;
  const named = toObject(scopes.map((scope) => [scope, ""]));
  const flows =
    grant === "application"
      ? { clientCredentials: { tokenUrl, scopes: named } }
      : { authorizationCode: { authorizationUrl, tokenUrl, scopes: named } };
  return { type: "oauth2", description, flows };
}
