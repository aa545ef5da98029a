import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import type { z } from 'zod';
import type { Endpoint } from '../contract/endpoint.ts';
import { AppError } from '../lib/app-error.ts';
import { Redirect, type FileAnswer } from './route.ts';
import { sendEvents } from './send-events.ts';

/**
 * Check a handler's result against the contract and send it. A result that does not fit is our own mistake and becomes
 * `internal`: better no answer than one that says too much.
 */
export async function sendAnswer(
  endpoint: Endpoint,
  result: unknown,
  response: Response,
  signal: AbortSignal,
  mayContinue: () => Promise<boolean>,
): Promise<void> {
  if (result instanceof Redirect) {
    response.redirect(303, result.address);
    return;
  }
  const { answer } = endpoint;
  switch (answer.kind) {
    case 'json':
      response.status(answer.status).json(checkAnswer(answer.schema, result));
      return;
    case 'nothing':
      response.status(204).end();
      return;
    case 'file':
      await sendFile(answer.mediaTypes, result as FileAnswer, response);
      return;
    case 'events': {
      const check = (event: unknown): unknown => checkAnswer(answer.schema, event);
      await sendEvents(result as AsyncIterable<unknown>, check, response, signal, mayContinue);
    }
  }
}

function checkAnswer(schema: z.ZodType, value: unknown): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')} ${issue.code}`).join(', ');
  throw new AppError('internal', { cause: new Error(`the answer does not fit the contract: ${where}`) });
}

async function sendFile(mediaTypes: readonly string[], file: FileAnswer, response: Response): Promise<void> {
  if (!mediaTypes.includes(file.mediaType)) {
    throw new AppError('internal', { cause: new Error(`${file.mediaType} is not in the contract`) });
  }
  // The attachment's name sets a type of its own; what the bytes are has the last word.
  if (file.fileName !== undefined) response.attachment(file.fileName);
  response.type(file.mediaType);
  if (file.content instanceof Readable) await pipeline(file.content, response);
  else response.send(file.content);
}
