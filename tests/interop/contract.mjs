// Requests from the OpenAPI document, and answers held against it.
import Ajv from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

/** Every operation with its path, method, server and document. */
export function operations(document) {
  const all = [];
  for (const [path, { servers = document.servers, ...methods }] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      all.push({ ...operation, path, method: method.toUpperCase(), server: servers[0].url, document });
    }
  }
  return all;
}

/** The whole address of a request; `api` is any address of the server. */
export const addressOf = (api, { server }, target) =>
  new URL(server, api).href.replace(/\/$/, '') + target;

/** A request with these parameters; those that are undefined are not given. */
export function requestOf(operation, given, body) {
  let target = operation.path;
  const query = [];
  for (const { name, in: place } of operation.parameters) {
    if (given[name] === undefined) continue;
    const values = [given[name]].flat().map((value) => encodeURIComponent(value));
    if (place === 'path') target = target.replace(`{${name}}`, values[0]);
    else query.push(...values.map((value) => `${name}=${value}`));
  }
  if (query.length > 0) target += `?${query.join('&')}`;
  const content = operation.requestBody?.content['text/plain'];
  return { target, method: operation.method, body: content && (body || content.example) };
}

const checks = new Map();

/** Members that a schema does not name are faults here: nothing may be undescribed. */
function closed(schemas) {
  const copy = structuredClone(schemas);
  for (const schema of Object.values(copy)) schema.additionalProperties = false;
  return copy;
}

function check(operation, schema) {
  const key = JSON.stringify(schema);
  if (!checks.has(key)) {
    const ajv = new Ajv({ strict: true, allErrors: false });
    formats(ajv);
    const components = { schemas: closed(operation.document.components.schemas) };
    ajv.addKeyword('components');
    ajv.addKeyword('example');
    checks.set(key, ajv.compile({ ...schema, components }));
  }
  return checks.get(key);
}

function described(operation, status) {
  const response = operation.responses[status] ?? operation.responses.default;
  if (!response.$ref) return response;
  return operation.document.components.responses[response.$ref.split('/').pop()];
}

/** What is wrong with the answer to `request`; empty when nothing is. */
export async function answerProblem(api, operation, { target, method, body }, { succeeds } = {}) {
  const answer = await fetch(addressOf(api, operation, target), { method, body });
  const text = await answer.text();
  if (answer.status >= 500) return `${answer.status}: ${text}`;
  if (succeeds && answer.status !== 200) return `${answer.status}: ${text}`;
  if (!(answer.status in operation.responses)) return `${answer.status} is not described: ${text}`;
  const content = described(operation, answer.status).content;
  const type = (answer.headers.get('content-type') ?? '').split(';')[0];
  if (!(type in content)) return `${type} is not described`;
  if (!/[/+]json$/.test(type)) return '';
  const valid = check(operation, content[type].schema);
  return valid(JSON.parse(text)) ? '' : JSON.stringify(valid.errors);
}
