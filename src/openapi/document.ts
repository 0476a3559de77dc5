import type { Locations } from "./locations.ts";

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object: what every OpenAPI Object is once emitted. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** An OpenAPI 3.1 document, and where each part of it came from. */
export interface OpenApiDocument {
  readonly document: JsonObject;
  readonly locations: Locations;
}
