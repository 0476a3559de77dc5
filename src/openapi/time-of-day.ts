/** A time of day as OData writes it, without an offset (OData ABNF, `timeOfDayValue`): format `time-local`. */
export const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?$/;
