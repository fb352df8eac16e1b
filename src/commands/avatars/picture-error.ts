/** The diagnostics of a picture that was not fetched. */
export type PictureCode = 'avatar-missing' | 'avatar-redirect' | 'avatar-content';

/** A picture could not be fetched. The message is the reason. */
export class PictureError extends Error {
  override name = 'PictureError';
  readonly code: PictureCode;
  /** The number of milliseconds after which another try may succeed, or `undefined` if none would. */
  readonly retryAfter: number | undefined;

  constructor(code: PictureCode, reason: string, retryAfter?: number) {
    super(reason);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}
