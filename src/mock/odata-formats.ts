import type { Ajv2020 } from "ajv/dist/2020.js";
import { timeOfDay } from "../openapi/time-of-day.ts";

/** A time of day has no offset (OData ABNF, `timeOfDayValue`), unlike in RFC 3339. */
export function addODataFormats(ajv: Ajv2020): void {
  ajv.addFormat("time-local", timeOfDay);
}
