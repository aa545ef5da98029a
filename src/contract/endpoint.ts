import type { z } from 'zod';
import type { Role } from '../policy/words/role.ts';

/** Who may call: anybody, or people who hold at least one of the roles. There is no default. */
export type Access = 'anonymous' | readonly [Role, ...Role[]];

/** What comes back. JSON is checked against its schema before it leaves, so nothing outside the schema can leak. */
export type Answer =
  | { readonly kind: 'json'; readonly schema: z.ZodType; readonly status: 200 | 201 | 202 }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly mediaTypes: readonly string[] }
  | { readonly kind: 'events'; readonly schema: z.ZodType };

/** Files of a multipart request. Other values travel as JSON in its part `body`. */
export interface UploadRule {
  readonly field: string;
  readonly maxBytes: number;
  readonly maxFiles: number;
}

/**
 * One thing the service can be asked: the server's routes, the web pages' calls and OpenAPI all come from it. Object
 * schemas are strict: an unknown field is an error in both directions.
 */
export interface Endpoint {
  /** Unique: feature, a full stop, verb and noun: 'channels.close'. */
  readonly name: `${string}.${string}`;
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express form: '/api/channels/:channelId'. */
  readonly path: `/api/${string}`;
  /** One sentence for the documentation. */
  readonly summary: string;
  readonly roles: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON bodies are limited to 100 kB unless more is said here. */
  readonly bodyLimitBytes?: number;
  readonly upload?: UploadRule;
  readonly answer: Answer;
  /** `sign-in`: the narrow limit for attempts to prove who one is. */
  readonly limit?: 'sign-in';
}

/** Declare an endpoint and keep its exact types. */
export function endpoint<const Declared extends Endpoint>(declared: Declared): Declared {
  return declared;
}

/** Answer with JSON; 201 for something new, 202 for something begun. */
export function json<Schema extends z.ZodType, Status extends 200 | 201 | 202 = 200>(
  schema: Schema,
  status?: Status,
): { readonly kind: 'json'; readonly schema: Schema; readonly status: Status } {
  return { kind: 'json', schema, status: status ?? (200 as Status) };
}

/** Answer with 204 and no content. */
export const nothing = { kind: 'nothing' } as const;

/** Answer with bytes of one of these media types. */
export function file(...mediaTypes: readonly string[]): {
  readonly kind: 'file';
  readonly mediaTypes: readonly string[];
} {
  return { kind: 'file', mediaTypes };
}

/** Answer with server-sent events, each of this schema. */
export function events<Schema extends z.ZodType>(schema: Schema): { readonly kind: 'events'; readonly schema: Schema } {
  return { kind: 'events', schema };
}

type SchemaOutput<Holder, Key extends string> =
  Holder extends Record<Key, infer Schema extends z.ZodType> ? z.output<Schema> : undefined;

type SchemaInput<Holder, Key extends string> =
  Holder extends Record<Key, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;

/** What a handler gets, after checking. `undefined` when the endpoint takes none. */
export type ParamsOf<E extends Endpoint> = SchemaOutput<E, 'params'>;
export type QueryOf<E extends Endpoint> = SchemaOutput<E, 'query'>;
export type BodyOf<E extends Endpoint> = SchemaOutput<E, 'body'>;

/** What a caller sends. */
export type ParamsSent<E extends Endpoint> = SchemaInput<E, 'params'>;
export type QuerySent<E extends Endpoint> = SchemaInput<E, 'query'>;
export type BodySent<E extends Endpoint> = SchemaInput<E, 'body'>;

/** What a caller receives from a JSON endpoint. */
export type AnswerOf<E extends Endpoint> = E['answer'] extends { readonly schema: infer Schema extends z.ZodType }
  ? z.output<Schema>
  : undefined;
