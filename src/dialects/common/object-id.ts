/**
 * Whether a path segment can only be the id of one object: a GUID. Such a segment is never a name that all callers write, so in
 * an example it is a key, and in a request line it stands where a placeholder should.
 */
export function isObjectId(segment: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(segment);
}
