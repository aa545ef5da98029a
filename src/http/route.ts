import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { BodyOf, Endpoint, ParamsOf, QueryOf } from '../contract/endpoint.ts';
import type { SignedIn } from './signed-in.ts';

/** A file of a multipart request, on disk until the handler ends, without a name. Read it before then. */
export interface UploadedFile {
  readonly path: string;
  /** The name it came with. Data only: never a path. */
  readonly originalName: string;
  readonly bytes: number;
}

/** What a file endpoint answers with. `fileName` makes the browser save it instead of showing it. */
export interface FileAnswer {
  readonly mediaType: string;
  readonly content: Buffer | Readable;
  readonly fileName?: string;
}

/** Everything a handler may use. All of it has been checked. */
export interface Call<E extends Endpoint> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly uploads: readonly UploadedFile[];
  /** The signed-in person; on an anonymous endpoint perhaps nobody. */
  readonly person: E['roles'] extends 'anonymous' ? SignedIn | undefined : SignedIn;
  readonly requestId: string;
  /** The caller's network address, for throttles. Never logged or stored as it is. */
  readonly address: string;
  /** The browser's own description of itself, at most 200 characters. */
  readonly userAgent: string;
  /** The origin under which this request reached us, e.g. https://photos.school.example. */
  readonly origin: string;
  /** Aborts when the caller goes away or the service stops. */
  readonly signal: AbortSignal;
  readonly startSession: (token: string) => void;
  readonly endSession: () => void;
  /** What this browser keeps from an earlier sign-in with an e-mail address. */
  readonly markOf: (email: string) => string | undefined;
  readonly keepMark: (email: string, mark: string) => void;
  /** The secret of a sign-in through another service that this browser began. */
  readonly attempt: string | undefined;
  readonly startAttempt: (secret: string) => void;
  /** Answer with a redirect instead (303). Only to addresses made by the service itself. */
  readonly redirect: (address: string) => Redirect;
}

/** A 303 to another page. */
export class Redirect {
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }
}

/** What a handler returns, by the endpoint's kind of answer. */
export type ResultOf<E extends Endpoint> =
  | Redirect
  | (E['answer'] extends { readonly kind: 'json'; readonly schema: infer Schema extends z.ZodType }
      ? z.input<Schema>
      : E['answer'] extends { readonly kind: 'events'; readonly schema: infer Schema extends z.ZodType }
        ? AsyncIterable<z.input<Schema>>
        : E['answer'] extends { readonly kind: 'file' }
          ? FileAnswer
          : undefined);

/** An endpoint joined to what it does. */
export interface Route {
  readonly endpoint: Endpoint;
  readonly handle: (call: Call<Endpoint>) => Promise<unknown>;
}

/** Join an endpoint of the contract to its handler. */
export function route<E extends Endpoint>(endpoint: E, handle: (call: Call<E>) => Promise<ResultOf<E>>): Route {
  // The chain that runs it checks params, query and body against this very endpoint, which is what the types say.
  return { endpoint, handle };
}
