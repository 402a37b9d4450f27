// The OpenAPI document: valid for others, and what the server really answers.
import assert from 'node:assert/strict';
import test from 'node:test';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { api, json, keyFile, start, text } from './server.mjs';
import { addressOf, answerProblem, operations, requestOf } from './contract.mjs';

const source = await text('/openapi.json', 'application/json');
const document = JSON.parse(source);
const all = operations(document);

test('Redocly finds no fault in it, by its strict rules', async () => {
  const config = await createConfig({ extends: ['recommended-strict'] });
  const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
  const faults = problems.map((item) => `${item.ruleId} ${item.location[0]?.pointer}: ${item.message}`);
  assert.deepEqual(faults, []);
});

test('it is valid by the schema of OpenAPI 3.1', async () => {
  const validator = new Validator();
  const result = await validator.validate(document);
  assert.equal(validator.version, '3.1');
  assert.ok(result.valid, JSON.stringify(result.errors));
});

test('operationIds are unique and every operation has a described tag', () => {
  const ids = all.map((operation) => operation.operationId);
  assert.equal(new Set(ids).size, ids.length);
  const tags = document.tags.map((tag) => tag.name);
  for (const operation of all) assert.ok(tags.includes(operation.tags[0]), operation.operationId);
});

for (const operation of all) {
  test(`${operation.operationId} answers its examples in every format as described`, async () => {
    const examples = {};
    for (const parameter of operation.parameters) {
      if (parameter.required) examples[parameter.name] = parameter.example;
    }
    const format = operation.parameters.find((parameter) => parameter.name === 'format');
    for (const one of format?.schema.enum ?? [undefined]) {
      const request = requestOf(operation, { ...examples, ...(one && { format: one }) });
      const problem = await answerProblem(api, operation, request, { succeeds: true });
      assert.equal(problem, '', request.target);
    }
  });
}

test('each parameter alone, by its example, is taken and the answer is as described', async () => {
  for (const operation of all) {
    const needed = operation.parameters.filter((parameter) => parameter.required);
    const base = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
    for (const { name, example } of operation.parameters) {
      if (example === undefined) continue;
      const request = requestOf(operation, { ...base, [name]: example });
      assert.equal(await answerProblem(api, operation, request, { succeeds: true }), '', request.target);
    }
  }
});

test('an unknown parameter is refused by name, everywhere', async () => {
  for (const operation of all) {
    const needed = operation.parameters.filter((parameter) => parameter.required);
    const base = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
    const { target, method, body } = requestOf(operation, base);
    const mark = target.includes('?') ? '&' : '?';
    const answer = await fetch(`${addressOf(api, operation, target)}${mark}zzz=1`, { method, body });
    assert.equal(answer.status, 400, target);
    assert.match((await answer.json()).detail, /^zzz: /);
  }
});

// No package on npm fuzzes a server from an OpenAPI 3.1 document and is kept, so fast-check makes
// the requests from the schemas of the parameters, right ones and wrong ones.
const values = ({ schema, example }) => {
  const one = schema.items ?? schema;
  const choices = [fc.string({ unit: 'binary', maxLength: 20 })];
  if (example !== undefined) choices.push(fc.constant(String(example)));
  if (one.enum) choices.push(fc.constantFrom(...one.enum), fc.constantFrom(...one.enum));
  if (one.type === 'integer') {
    choices.push(fc.integer({ min: one.minimum, max: one.maximum }).map(String), fc.integer().map(String));
  }
  if (one.format === 'date') {
    choices.push(fc.date({ noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)));
  }
  const value = fc.oneof(...choices);
  return schema.items ? fc.array(value, { minLength: 1, maxLength: 3 }) : value;
};

const requests = fc.constantFrom(...all).chain((operation) => {
  const model = {};
  const requiredKeys = [];
  for (const parameter of operation.parameters) {
    model[parameter.name] = values(parameter);
    if (parameter.in === 'path') {
      model[parameter.name] = fc.oneof(values(parameter).filter((id) => id !== ''), fc.constant(parameter.example));
      requiredKeys.push(parameter.name);
    }
  }
  return fc.record({ given: fc.record(model, { requiredKeys }), text: fc.string({ unit: 'binary' }) })
    .map(({ given, text: body }) => ({ operation, request: requestOf(operation, given, body) }));
});

test('whatever is asked, the answer is one that the document describes, and never a 5xx', async () => {
  const seed = Number(process.env.TRACUU_SEED ?? Date.now() % 2 ** 31);
  await fc.assert(
    fc.asyncProperty(requests, async ({ operation, request }) => {
      assert.equal(await answerProblem(api, operation, request), '', request.target);
    }),
    { numRuns: 1500, seed },
  );
});

test('a cursor leads through every list, each item once', async () => {
  const lists = all.filter((operation) => operation.parameters.some((item) => item.name === 'cursor'));
  assert.ok(lists.length > 5);
  for (const operation of lists) {
    if (operation.path.startsWith('/feeds')) continue;
    const id = operation.parameters.find((parameter) => parameter.name === 'id')?.example;
    const items = async (given) => {
      const answer = await json(requestOf(operation, { id, ...given }).target);
      return { next: answer.next, ids: (answer.items ?? answer.hits).map((item) => item.id) };
    };
    const q = operation.path === '/search' ? { q: 'tổ chức' } : {};
    const whole = await items({ ...q, limit: 200 });
    const ids = [];
    for (let cursor; cursor !== null && ids.length < 60;) {
      const page = await items({ ...q, limit: 7, ...(cursor && { cursor }) });
      ids.push(...page.ids);
      cursor = page.next;
    }
    assert.deepEqual(ids, whole.ids.slice(0, ids.length), operation.path);
  }
});

test('with a key the server asks for what the document says, and answers as it describes', async () => {
  const keyed = await start(['--api-key-file', keyFile]);
  for (const operation of all.filter(({ method }) => method === 'GET')) {
    const needed = operation.parameters.filter((parameter) => parameter.required);
    const base = Object.fromEntries(needed.map(({ name, example }) => [name, example]));
    const address = addressOf(keyed, operation, requestOf(operation, base).target);
    const refused = await fetch(address);
    const isOpen = operation.security?.length === 0;
    assert.equal(refused.status, isOpen ? 200 : 401, address);
    if (isOpen) continue;
    const { content, headers } = document.components.responses.Unauthorized;
    assert.ok(refused.headers.get('content-type') in content);
    for (const name of Object.keys(headers)) assert.ok(refused.headers.has(name), name);
    const { in: place, name } = document.components.securitySchemes.key;
    assert.equal(place, 'header');
    assert.equal((await fetch(address, { headers: { [name]: 'secret' } })).status, 200, address);
    const bearer = { Authorization: 'Bearer secret' };
    assert.equal((await fetch(address, { headers: bearer })).status, 200, address);
  }
});

test('what a busy server answers carries what the document says', async () => {
  const limited = await start(['--rate-limit', '0.01', '--rate-burst', '1']);
  const address = new URL('/api/v1/stats', limited);
  await fetch(address);
  const refused = await fetch(address);
  assert.equal(refused.status, 429);
  for (const name of Object.keys(document.components.responses.RateLimited.headers)) {
    assert.match(refused.headers.get(name), /^\d+$/);
  }
  assert.equal((await refused.json()).code, 'rate_limited');
});
