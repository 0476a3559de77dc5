import type { Ajv2020 } from "ajv/dist/2020.js";
import { timeOfDay } from "../openapi/time-of-day.ts";

/**
 * A time of day has no offset, and a duration may have a sign and fractions of a second (OData ABNF, `timeOfDayValue` and
 * `durationValue`): services send both, RFC 3339 knows neither.
 */
export function addODataFormats(ajv: Ajv2020): void {
  ajv.addFormat("time-local", timeOfDay);
  ajv.addFormat("duration", /^-?P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/);
}
