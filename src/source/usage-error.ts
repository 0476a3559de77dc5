/**
 * The user asked for something we cannot do: a wrong flag, a missing folder, a bad config, a port in use.
 *
 * The message is one plain sentence without a final period. The command line prints it without a stack trace and
 * exits with 2; no other error is ever caught.
 */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
