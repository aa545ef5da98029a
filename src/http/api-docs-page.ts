import type { Endpoint } from '../contract/endpoint.ts';

type Description = Record<string, unknown>;

/** A readable page of the API: no script, no file from elsewhere. */
export function apiDocsPage(endpoints: readonly Endpoint[], description: Description): string {
  const features = groupByFeature(endpoints);
  const contents = [...features.keys()]
    .map((name) => `<li><a href="#${escape(name)}">${escape(name)}</a></li>`)
    .join('');
  const sections = [...features]
    .map(([name, list]) => {
      const parts = list.map((endpoint) => describeEndpoint(endpoint, operationIn(description, endpoint)));
      return `<section id="${escape(name)}"><h2>${escape(name)}</h2>${parts.join('')}</section>`;
    })
    .join('');
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Photoward API</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/api/docs.css"></head><body>
<header><h1>Photoward API</h1><p>For programs: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1). Requests that
change something must carry the Origin of the service itself. Every refusal has the same shape: a code, a message that
says what to do, and the fields to mend.</p></header><nav><ul>${contents}</ul></nav><main>${sections}</main></body></html>`;
}

/** The page's style, in a file of its own because the content policy allows no other. */
export const apiDocsStyle = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
nav ul { columns: 3; padding: 0; list-style: none; }
article { border-top: 1px solid #8884; padding: 0.5rem 0; }
h3 { font: 600 1rem/1.4 ui-monospace, monospace; margin: 0.5rem 0; overflow-wrap: anywhere; }
h3 b { display: inline-block; min-width: 4.5em; text-transform: uppercase; }
pre { background: #8882; border-radius: 4px; font-size: 0.8rem; overflow: auto; padding: 0.75rem; max-height: 24rem; }
summary { cursor: pointer; }
`;

function groupByFeature(endpoints: readonly Endpoint[]): Map<string, Endpoint[]> {
  const features = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    const name = endpoint.name.split('.')[0]!;
    features.set(name, [...(features.get(name) ?? []), endpoint]);
  }
  return features;
}

function operationIn(description: Description, endpoint: Endpoint): Description {
  const paths = description.paths as Record<string, Record<string, Description>>;
  return paths[endpoint.path.replaceAll(/:(\w+)/g, '{$1}')]![endpoint.method]!;
}

function describeEndpoint(endpoint: Endpoint, operation: Description): string {
  const who = endpoint.roles === 'anonymous' ? 'anybody' : endpoint.roles.join(', ');
  const parts: readonly (readonly [string, unknown])[] = [
    ['Parameters', operation.parameters],
    ['What to send', operation.requestBody],
    ['What comes back', operation.responses],
  ];
  const details = parts
    .filter(([, value]) => value !== undefined)
    .map(
      ([title, value]) =>
        `<details><summary>${title}</summary><pre>${escape(JSON.stringify(value, null, 2))}</pre></details>`,
    )
    .join('');
  return `<article id="${escape(endpoint.name)}"><h3><b>${endpoint.method}</b> ${escape(endpoint.path)}</h3>
<p>${escape(endpoint.summary)} <em>For ${escape(who)}.</em></p>${details}</article>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
