/** The only code that uses the network. Only the command `avatars` loads it. */
import { Buffer } from 'node:buffer';
import { version } from '../../version.ts';
import { isWithinSite } from './is-within-site.ts';
import { PictureError } from './picture-error.ts';
import type { PictureRequest } from './picture-request.ts';
import { type Extension, isWholePicture, pictureTypeOf } from './picture-type.ts';

/** How long a picture may take, and how large it may be. Times are in milliseconds. */
export interface FetchLimits {
  /** The time of a single request. */
  timeout: number;
  tries: number;
  /** The time before the second try. It doubles with each one. */
  delay: number;
  /** The longest time that a server may ask to wait for. */
  maxRetryAfter: number;
  maxBytes: number;
}

export const defaultLimits: FetchLimits = {
  timeout: 10_000,
  tries: 3,
  delay: 1000,
  maxRetryAfter: 10_000,
  maxBytes: 5_000_000,
};

export interface FetchedPicture {
  bytes: Buffer;
  extension: Extension;
}

/** @throws {PictureError} if there is no such picture, or it cannot be fetched */
export async function fetchPicture(
  request: PictureRequest,
  limits: FetchLimits,
): Promise<FetchedPicture> {
  const { tries, delay, maxRetryAfter } = limits;
  for (let failed = 1; ; failed += 1) {
    try {
      return await tryToFetch(request, limits);
    } catch (error) {
      const wait = error instanceof PictureError ? error.retryAfter : undefined;
      if (wait === undefined || wait > maxRetryAfter || failed === tries) throw error;
      await pause(wait + delay * 2 ** (failed - 1));
    }
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

async function tryToFetch(
  { url, pictureUrlIn }: PictureRequest,
  limits: FetchLimits,
): Promise<FetchedPicture> {
  const answer = await download(url, limits);
  const bytes = pictureUrlIn
    ? await download(pictureUrlIn(answer.bytes.toString()), limits, url)
    : answer;
  return pictureFrom(bytes);
}

function pictureFrom({ bytes, type }: Download): FetchedPicture {
  const extension = pictureTypeOf(bytes);
  if (!extension) {
    const found = bytes.length === 0 ? 'nothing' : (type ?? 'another type of file');
    throw new PictureError(
      'avatar-content',
      `the server sent ${found}, not a PNG, JPEG or WebP picture`,
    );
  }
  if (!isWholePicture(bytes, extension)) {
    throw new PictureError('avatar-content', 'the picture is truncated', 0);
  }
  return { bytes, extension };
}

interface Download {
  bytes: Buffer;
  /** The media type that the server names. */
  type: string | undefined;
}

const MAX_REDIRECTS = 5;

/**
 * Downloads a URL, and follows redirects within its site.
 *
 * @param from the URL that has named this one, if any
 * @throws {PictureError} if that fails
 */
async function download(url: string, limits: FetchLimits, from = url): Promise<Download> {
  let at = parseUrl(url, from);
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    if (!isWithinSite(at, new URL(from))) {
      throw new PictureError('avatar-redirect', `${from} leads to another site, ${at.origin}`);
    }
    // The time of a request includes that of its body.
    const signal = AbortSignal.timeout(limits.timeout);
    try {
      const response = await request(at, signal);
      const next = redirectOf(response);
      if (next === undefined) {
        checkStatus(response, at);
        return { bytes: await bodyOf(response, limits.maxBytes), type: mediaTypeOf(response) };
      }
      await response.body?.cancel();
      at = parseUrl(next, at.href);
    } catch (error) {
      throw error instanceof PictureError ? error : networkError(error, at, limits);
    }
  }
  throw new PictureError('avatar-missing', `${url} redirects more than ${MAX_REDIRECTS} times`);
}

/** @throws {PictureError} if it is not the URL of a web server */
function parseUrl(url: string, base: string): URL {
  const parsed = URL.canParse(url, base) ? new URL(url, base) : undefined;
  if (parsed && /^https?:$/.test(parsed.protocol)) return parsed;
  throw new PictureError('avatar-missing', `"${url}" is not a web URL`);
}

function request(url: URL, signal: AbortSignal): Promise<Response> {
  // biome-ignore lint/style/noRestrictedGlobals: This is the file that may use the network.
  return fetch(url, {
    redirect: 'manual',
    signal,
    headers: {
      accept: 'image/png, image/jpeg, image/webp, application/json;q=0.5',
      'user-agent': `starlight-credits/${version}`,
    },
  });
}

function redirectOf({ status, headers }: Response): string | undefined {
  return [301, 302, 303, 307, 308].includes(status)
    ? (headers.get('location') ?? undefined)
    : undefined;
}

function mediaTypeOf({ headers }: Response): string | undefined {
  return /^[\w.+-]+\/[\w.+-]+/.exec(headers.get('content-type') ?? '')?.[0];
}

/** The answers of a server that is busy or has a problem of its own. */
const TEMPORARY = new Set([408, 425, 429, 500, 502, 503, 504]);

/** @throws {PictureError} if a request was not successful */
function checkStatus({ status, headers, ok }: Response, { href }: URL): void {
  if (ok) return;
  if (status === 404 || status === 410) {
    throw new PictureError('avatar-missing', `${href} does not exist (${status})`);
  }
  if (!TEMPORARY.has(status)) {
    const reason = status < 500 ? 'refused the request' : 'failed';
    throw new PictureError('avatar-missing', `${href} ${reason} (${status})`);
  }
  const wait = retryAfter(headers.get('retry-after'));
  const when = wait > 0 ? ` and asks to wait ${Math.ceil(wait / 1000)} seconds` : '';
  throw new PictureError('avatar-missing', `${href} is not available (${status})${when}`, wait);
}

/**
 * Returns the number of milliseconds to wait.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
function retryAfter(value: string | null): number {
  if (value === null) return 0;
  const wait = /^\s*\d+\s*$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}

/** @throws {PictureError} if the body of a response is too large */
async function bodyOf(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = Number(response.headers.get('content-length') ?? 0);
  if (length <= maxBytes) {
    length = 0;
    for await (const chunk of response.body ?? []) {
      length += chunk.length;
      // Leaving the loop closes the connection.
      if (length > maxBytes) break;
      chunks.push(chunk);
    }
  } else await response.body?.cancel();
  if (length <= maxBytes) return Buffer.concat(chunks);
  throw new PictureError('avatar-content', `the picture is larger than ${maxBytes / 1e6} MB`);
}

/** Returns the error of a request without an answer. */
function networkError(error: unknown, { host }: URL, { timeout }: FetchLimits): PictureError {
  const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
  if (name === 'TimeoutError') {
    return new PictureError(
      'avatar-missing',
      `${host} did not answer in ${timeout / 1000} seconds`,
      0,
    );
  }
  const reasons: Record<string, string> = {
    ECONNREFUSED: 'refused the connection',
    ECONNRESET: 'closed the connection',
    UND_ERR_SOCKET: 'closed the connection',
    ENOTFOUND: 'was not found',
    EAI_AGAIN: 'was not found; is there a connection to the internet?',
  };
  const reason = reasons[cause?.code ?? ''] ?? `could not be reached: ${cause?.message || message}`;
  return new PictureError('avatar-missing', `${host} ${reason}`, 0);
}
