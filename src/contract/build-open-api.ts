import { z } from 'zod';
import { errorAnswer } from './common.ts';
import type { Answer, Endpoint } from './endpoint.ts';

type JsonSchema = Record<string, unknown>;

/** The OpenAPI 3.1 description of some endpoints. 3.1 uses JSON Schema 2020-12, which zod writes itself. */
export function buildOpenApi(endpoints: readonly Endpoint[], version: string): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method] = operationOf(endpoint);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Photoward',
      version,
      description:
        'Checks school event photos before they are published. Requests that change something must carry the Origin of ' +
        'the service itself; sign in at POST /api/session and send the cookie back.',
    },
    paths,
    components: {
      schemas: { Error: schemaOf(errorAnswer, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-photoward' } },
    },
  };
}

function operationOf(endpoint: Endpoint): JsonSchema {
  const isOpen = endpoint.roles === 'anonymous';
  return {
    operationId: endpoint.name,
    tags: [endpoint.name.split('.')[0]],
    summary: endpoint.summary,
    description: isOpen ? 'For anybody.' : `For ${endpoint.roles.join(', ')}.`,
    security: isOpen ? [] : [{ session: [] }],
    ...withKey('parameters', [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')]),
    ...requestBodyOf(endpoint),
    responses: {
      ...answerOf(endpoint.answer),
      default: {
        description: 'It was refused or failed; the error says why and what to do.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
      },
    },
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonSchema[] {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBodyOf(endpoint: Endpoint): JsonSchema {
  const body = endpoint.body === undefined ? undefined : schemaOf(endpoint.body, 'input');
  if (endpoint.upload === undefined) {
    return body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } };
  }
  const { field, maxBytes, maxFiles } = endpoint.upload;
  const binary = { type: 'string', contentMediaType: 'application/octet-stream', maxLength: maxBytes };
  const schema = {
    type: 'object',
    properties: {
      [field]: { type: 'array', items: binary, maxItems: maxFiles },
      ...(body === undefined ? {} : { body }),
    },
    required: [field],
  };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
}

function answerOf(answer: Answer): JsonSchema {
  switch (answer.kind) {
    case 'json':
      return {
        [answer.status]: {
          description: 'Done.',
          content: { 'application/json': { schema: schemaOf(answer.schema, 'output') } },
        },
      };
    case 'nothing':
      return { 204: { description: 'Done.' } };
    case 'file':
      return {
        200: {
          description: 'The bytes.',
          content: Object.fromEntries(answer.mediaTypes.map((type) => [type, {}])),
        },
      };
    case 'events':
      return {
        200: {
          description: 'Server-sent events, each with one JSON object of this shape.',
          content: { 'text/event-stream': { schema: schemaOf(answer.schema, 'output') } },
        },
      };
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const schemaWithDialect = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return Object.fromEntries(Object.entries(schemaWithDialect).filter(([key]) => key !== '$schema'));
}

function withKey(key: string, list: readonly JsonSchema[]): JsonSchema {
  return list.length === 0 ? {} : { [key]: list };
}
