import path from 'node:path';
import type { Readable } from 'node:stream';
import express, { type Request, type RequestHandler, type Response } from 'express';
import multer, { type StorageEngine } from 'multer';
import type { Endpoint, UploadRule } from '../contract/endpoint.ts';
import { openNameless, type NamelessFile } from '../lib/nameless-file.ts';
import { AppError } from '../lib/app-error.ts';
import { newId } from '../lib/new-id.ts';
import { asReceiveError } from './as-receive-error.ts';
import type { UploadedFile } from './route.ts';

const defaultBodyLimitBytes = 100_000;
const uploadFieldsLimitBytes = 1_000_000;

/** A file that is held open until `close`. */
type HeldUpload = UploadedFile & Pick<NamelessFile, 'close'>;

/** The body as sent (unchecked) and the files that came with it. */
export interface ReceivedBody {
  readonly body: unknown;
  readonly uploads: readonly HeldUpload[];
}

/** Reads the request body of one endpoint; made once per route. */
export type ReceiveBody = (request: Request, response: Response) => Promise<ReceivedBody>;

/** Choose how bodies of this endpoint are read: JSON, multipart to disk, or none. */
export function bodyReceiver(endpoint: Endpoint, temporaryFolder: string): ReceiveBody {
  if (endpoint.upload !== undefined) return uploadReceiver(endpoint.upload, temporaryFolder);
  if (endpoint.body === undefined) return () => Promise.resolve({ body: undefined, uploads: [] });
  const parse = express.json({ limit: endpoint.bodyLimitBytes ?? defaultBodyLimitBytes, strict: true });
  return async (request, response) => {
    if (request.is('application/json') === false) throw new AppError('unsupported-type', { detail: 'send JSON' });
    await runMiddleware(parse, request, response);
    return { body: request.body as unknown, uploads: [] };
  };
}

function uploadReceiver(rule: UploadRule, folder: string): ReceiveBody {
  const receive = multer({
    storage: namelessStorage(folder),
    defParamCharset: 'utf8',
    limits: {
      fileSize: rule.maxBytes,
      files: rule.maxFiles,
      fields: 1,
      fieldSize: uploadFieldsLimitBytes,
      parts: rule.maxFiles + 1,
    },
  }).array(rule.field, rule.maxFiles);
  return async (request, response) => {
    if (request.is('multipart/form-data') === false) {
      throw new AppError('unsupported-type', { detail: 'send multipart/form-data' });
    }
    await runMiddleware(receive, request, response);
    const files = Array.isArray(request.files) ? request.files : [];
    const uploads = (files as ReceivedFile[]).map(({ path, originalname, size, close }) => ({
      ...{ path, originalName: originalname, bytes: size, close },
    }));
    try {
      return { body: fieldsOf(request.body), uploads };
    } catch (error) {
      await discardUploads(uploads);
      throw error;
    }
  };
}

/** Let go of the files when the handler is done: that is the end of them. */
export async function discardUploads(uploads: readonly HeldUpload[]): Promise<void> {
  for (const upload of uploads) await upload.close();
}

type ReceivedFile = Express.Multer.File & Pick<NamelessFile, 'close'>;

/** Files on their way in lie on the disk without a name, so that nothing is left of them whatever ends the process. */
function namelessStorage(folder: string): StorageEngine {
  return {
    _handleFile: (_request, { stream }, done) => {
      void keepNameless(folder, stream).then(
        (kept) => {
          done(null, kept);
        },
        (error: unknown) => {
          done(error);
        },
      );
    },
    _removeFile: (_request, file, done) => {
      void (file as ReceivedFile).close().then(() => {
        done(null);
      }, done);
    },
  };
}

async function keepNameless(folder: string, stream: Readable) {
  const file = await openNameless(path.join(folder, `upload-${newId()}`));
  try {
    return { path: file.path, size: await file.fill(stream), close: file.close };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** The JSON in the part `body`; undefined when there is none. */
function fieldsOf(parts: unknown): unknown {
  const fields = Object.entries((parts ?? {}) as Record<string, unknown>);
  if (fields.length === 0) return undefined;
  const [name, text] = fields[0]!;
  if (name !== 'body' || typeof text !== 'string') {
    throw new AppError('invalid-input', { fields: [{ path: name.slice(0, 60), message: 'is not a field here' }] });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('invalid-input', { fields: [{ path: 'body', message: 'must be JSON' }] });
  }
}

function runMiddleware(middleware: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void middleware(request, response, (error?: unknown) => {
      if (error === undefined) resolve();
      else reject(asReceiveError(error));
    });
  });
}
