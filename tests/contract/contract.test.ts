import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import { buildOpenApi } from '../../src/contract/build-open-api.ts';

type Json = Record<string, unknown>;

/** Places of objects that would let unknown fields through. */
function openObjects(schema: unknown, place: string): string[] {
  if (Array.isArray(schema)) return schema.flatMap((item, index) => openObjects(item, `${place}[${index}]`));
  if (typeof schema !== 'object' || schema === null) return [];
  const node = schema as Json;
  const isOpen = node.type === 'object' && node.properties !== undefined && node.additionalProperties !== false;
  const inside = Object.entries(node).flatMap(([key, value]) => openObjects(value, `${place}.${key}`));
  return [...(isOpen ? [place] : []), ...inside];
}

const schemasOf = (endpoint: (typeof allEndpoints)[number]): [string, z.ZodType][] => [
  ...(['params', 'query', 'body'] as const).flatMap((part): [string, z.ZodType][] => {
    const schema = endpoint[part];
    return schema === undefined ? [] : [[part, schema]];
  }),
  ...('schema' in endpoint.answer ? [['answer', endpoint.answer.schema] as [string, z.ZodType]] : []),
];

/** A provider adds parameters of its own when it sends the browser back. */
const mayBeOpen = new Set(['accounts.completeOpenid query']);

describe('the contract', () => {
  it.each(allEndpoints.map((endpoint) => [endpoint.name, endpoint] as const))('%s is strict', (name, endpoint) => {
    for (const [part, schema] of schemasOf(endpoint)) {
      if (mayBeOpen.has(`${name} ${part}`)) continue;
      const io = part === 'answer' ? 'output' : 'input';
      const open = openObjects(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), part);
      expect(open, `${name}: use z.strictObject`).toEqual([]);
    }
  });

  it.each(allEndpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    '%s checks its path',
    (_name, endpoint) => {
      const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
      expect(Object.keys(endpoint.params?.shape ?? {})).toEqual(inPath);
    },
  );

  it('describes every endpoint in OpenAPI 3.1 with resolvable references', () => {
    const description = buildOpenApi(allEndpoints, '1.0.0') as { paths: Record<string, Json>; components: Json };
    const operations = Object.values(description.paths).flatMap((path) => Object.keys(path));
    expect(operations).toHaveLength(allEndpoints.length);
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!);
    for (const reference of new Set(references)) {
      const target = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((node, key) => (node as Json | undefined)?.[key], description);
      expect(target, reference).toBeDefined();
    }
  });
});
