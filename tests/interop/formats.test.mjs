// Each format, read by a program that others wrote for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseDot } from '@ts-graphviz/ast';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAtomFeed } from 'feedsmith';
import graphology from 'graphology';
import { parse as parseGraphml } from 'graphology-graphml';
import ICAL from 'ical.js';
import jsonld from 'jsonld';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { api, decision, json, origin, resolution, start, text } from './server.mjs';

const rng = XmlDocument.fromString(readFileSync(new URL('atom.rng', import.meta.url), 'utf8'));
const atomSchema = RelaxNGValidator.fromDoc(rng);

/** A feed that RFC 4287 allows, as feedsmith reads it. */
async function feed(path) {
  const source = await text(path, 'application/atom+xml');
  atomSchema.validate(XmlDocument.fromString(source));
  return parseAtomFeed(source);
}

/** The parameters of an address, in any order. */
const question = (address) => [...new URL(address).searchParams].map(String).sort();

const linkOf = (atom, rel) => atom.links.find((link) => link.rel === rel)?.href;

test('a feed that lacks what RFC 4287 demands does not pass our schema', () => {
  const bad = '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:y</id><title>t</title></feed>';
  assert.throws(() => atomSchema.validate(XmlDocument.fromString(bad)));
});

test('Atom: citing documents, each with an id, a date and an author', async () => {
  const atom = await feed(`/feeds/cited-by/${resolution}.atom`);
  assert.equal(linkOf(atom, 'self'), `${api}/feeds/cited-by/${resolution}.atom`);
  const { items } = await json(`/documents/${resolution}/cited-by?limit=200`);
  const urns = items.map((item) => `urn:tracuu:${item.id}`).sort();
  const ids = atom.entries.map((entry) => entry.id);
  assert.deepEqual(ids.filter((id) => !urns.includes(id)), []);
  const dated = new Map(items.map((item) => [`urn:tracuu:${item.id}`, item.document.date]));
  const days = atom.entries.map((entry) => dated.get(entry.id)).filter(Boolean);
  assert.deepEqual(days, [...days].sort().reverse());
  for (const { id, updated } of atom.entries) {
    const day = dated.get(id);
    // Of a document without a date only the age of its file, or of the index, is known.
    if (day) assert.equal(updated, `${day}T00:00:00+07:00`);
    else assert.ok(updated > '2000' && Date.parse(updated) <= Date.now(), `${id}: ${updated}`);
  }
  const times = atom.entries.map((entry) => entry.updated);
  assert.equal(atom.updated, times.sort().at(-1), 'the feed is as new as its newest entry');
  assert.ok(atom.entries.every((entry) => entry.links.some((link) => link.href.startsWith(origin))));
});

test('Atom: a search with filters, page after page, each entry once', async () => {
  const filter = 'q=t%E1%BB%95%20ch%E1%BB%A9c&type=K%E1%BA%BF%20ho%E1%BA%A1ch';
  const { total } = await json(`/search?${filter}&limit=1`);
  const ids = [];
  for (let path = `/feeds/search.atom?${filter}&limit=2`; path;) {
    const atom = await feed(path);
    assert.deepEqual(question(linkOf(atom, 'self')), question(api + path));
    ids.push(...atom.entries.map((entry) => entry.id));
    path = linkOf(atom, 'next')?.slice(api.length);
  }
  assert.equal(ids.length, total);
  assert.equal(new Set(ids).size, total);
});

test('Atom: what a search is asked for goes into its feed as text', async () => {
  const atom = await feed(`/feeds/search.atom?q=${encodeURIComponent('<b>&"\u{1F600} ]]>')}`);
  assert.match(atom.title.value, /<b>&"/);
});

for (const format of ['graphml', 'dot']) {
  test(`${format}: the graph of a document has the nodes and edges of the JSON`, async () => {
    const path = `/documents/${decision}/graph?depth=2`;
    const { nodes, edges } = await json(path);
    const type = format === 'dot' ? 'text/vnd.graphviz' : 'application/graphml+xml';
    const source = await text(`${path}&format=${format}`, type);
    const found = format === 'dot' ? dotCounts(source) : graphmlCounts(source);
    assert.deepEqual(found, { nodes: nodes.length, edges: edges.length });
  });
}

for (const format of ['graphml', 'dot']) {
  test(`${format}: the export holds every document and every edge`, async () => {
    const { documents, absent, edges } = await json('/stats');
    const type = format === 'dot' ? 'text/vnd.graphviz' : 'application/graphml+xml';
    const source = await text(`/export/edges?format=${format}`, type);
    const found = format === 'dot' ? dotCounts(source) : graphmlCounts(source);
    assert.deepEqual(found, { nodes: documents + absent, edges });
  });

  test(`${format}: a graph that was cut says so`, async () => {
    const path = `/documents/${resolution}/graph?depth=3&limit=2`;
    assert.equal((await json(path)).truncated, true);
    const type = format === 'dot' ? 'text/vnd.graphviz' : 'application/graphml+xml';
    const source = await text(`${path}&format=${format}`, type);
    if (format === 'dot') {
      assert.equal(dotCounts(source).nodes, 2);
      assert.match(source, /truncated=true/);
    } else {
      assert.equal(parseGraphml(graphology, source).getAttribute('truncated'), true);
    }
  });
}

const eli = (name) => `http://data.europa.eu/eli/ontology#${name}`;

/** JSON-LD must explain itself: looking up a context would be a network request. */
const documentLoader = (url) => { throw new Error(`not offline: ${url}`); };

/** The statements of an answer in JSON-LD, each `[subject, predicate, object, datatype]`. */
async function statements(path) {
  const source = JSON.parse(await text(path, 'application/ld+json'));
  const quads = await jsonld.toRDF(source, { documentLoader, safe: true });
  for (const { graph } of quads) assert.equal(graph.termType, 'DefaultGraph');
  return quads.map(({ subject, predicate, object }) =>
    [subject, predicate, object].map((term) => term.value).concat(object.datatype?.value ?? []));
}

test('JSON-LD: ELI terms, and the relations of the JSON as statements', async () => {
  const path = `/documents/${decision}/graph?depth=2`;
  const { nodes, edges } = await json(path);
  const all = await statements(`${path}&format=jsonld`);
  const says = (...wanted) => all.some((one) => wanted.every((value, at) => one[at] === value));
  const iri = (id) => `urn:tracuu:${encodeURIComponent(id)}`;
  const type = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
  for (const node of nodes) {
    assert.ok(says(iri(node.id), type, eli('LegalResource')), node.id);
    if (node.number) assert.ok(says(iri(node.id), eli('id_local'), node.number), node.id);
    if (node.title) assert.ok(says(iri(node.id), eli('title'), node.title), node.id);
    const date = [iri(node.id), eli('date_document'), node.date, 'http://www.w3.org/2001/XMLSchema#date'];
    assert.equal(says(...date), node.date !== null, node.id);
  }
  const property = { mentions: eli('cites'), reviews: 'urn:tracuu:reviews', based_on: eli('based_on'),
    implements: eli('implements'), amends: eli('amends'), replaces: eli('repeals'), repeals: eli('repeals') };
  assert.ok(edges.length > 0);
  for (const { from, to, relation } of edges) {
    assert.ok(says(iri(from), property[relation], iri(to)), `${from} ${relation} ${to}`);
  }
  const relations = all.filter(([, predicate]) => Object.values(property).includes(predicate));
  assert.equal(relations.length, edges.length);
  assert.ok(says(iri(decision), eli('implements'), iri(resolution)));
});

test('JSON-LD: of one document, of lists, and of a graph that was cut', async () => {
  const one = await statements(`/documents/${decision}?format=jsonld`);
  assert.ok(one.some(([subject, predicate, object]) => subject === `urn:tracuu:${decision}` &&
    predicate === eli('implements') && object === `urn:tracuu:${resolution}`));
  for (const path of ['cites', 'cited-by']) {
    assert.ok((await statements(`/documents/${resolution}/${path}?format=jsonld&depth=3`)).length > 0);
  }
  const cut = await statements(`/documents/${resolution}/graph?depth=3&limit=2&format=jsonld`);
  assert.ok(cut.some(([, predicate, object]) => predicate === 'urn:tracuu:truncated' && object === 'true'));
});

function graphmlCounts(source) {
  const document = XmlDocument.fromString(source);
  const names = { g: 'http://graphml.graphdrawing.org/xmlns' };
  const count = (path) => document.find(path, names).length;
  const graph = parseGraphml(graphology, source);
  assert.equal(graph.type, 'directed');
  assert.equal(graph.order, count('/g:graphml/g:graph/g:node'));
  assert.equal(graph.size, count('/g:graphml/g:graph/g:edge'));
  const keys = document.find('/g:graphml/g:key/@id', names).map((key) => key.value);
  const used = document.find('//g:data/@key', names).map((key) => key.value);
  assert.deepEqual(used.filter((key) => !keys.includes(key)), []);
  return { nodes: graph.order, edges: graph.size };
}

function dotCounts(source) {
  const { children } = parseDot(source).children.find((child) => child.type === 'Graph');
  const count = (type) => children.filter((child) => child.type === type).length;
  return { nodes: count('Node'), edges: count('Edge') };
}

test('BibTeX and RIS: Citation.js reads every document with number, title and year', async () => {
  const path = '/documents?limit=200';
  const { items } = await json(path);
  for (const [format, type, id] of [
    ['bibtex', 'application/x-bibtex', '@bibtex/text'],
    ['ris', 'application/x-research-info-systems', '@ris/file'],
  ]) {
    const source = await text(`${path}&format=${format}`, type);
    const read = plugins.input.chain(source, { forceType: id, generateGraph: false });
    assert.equal(read.length, items.length, format);
    items.forEach((item, at) => {
      const title = item.title ?? item.number ?? item.id;
      assert.equal(plain(read[at].title), plain(title), `${format}: ${item.id}`);
      const year = read[at].issued?.['date-parts']?.[0]?.[0];
      assert.equal(String(year ?? ''), item.date?.slice(0, 4) ?? '', `${format}: ${item.id}`);
    });
  }
});

const plain = (title) => title.replace(/<\/?[a-z]+[^>]*>/g, '').replace(/\s+/g, ' ').trim().normalize();

test('iCalendar: ical.js reads every task with a day, all-day and with its own UID', async () => {
  for (const path of ['/export/tasks', '/tasks?limit=200']) {
    const mark = path.includes('?') ? '&' : '?';
    const source = await text(`${path}${mark}format=ics`, 'text/calendar');
    const calendar = new ICAL.Component(ICAL.parse(source));
    const events = calendar.getAllSubcomponents('vevent');
    assert.ok(events.length > 0);
    const uids = events.map((event) => event.getFirstPropertyValue('uid'));
    assert.equal(new Set(uids).size, uids.length);
    for (const event of events) assert.ok(event.getFirstPropertyValue('dtstart').isDate);
    for (const line of source.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
  }
});

test('CSV: the rows of every list are those of the JSON, and Excel runs none of them', async () => {
  for (const path of ['/documents', '/search?q=t%E1%BB%95%20ch%E1%BB%A9c', '/tasks', '/bodies', '/wanted',
    `/documents/${resolution}/cited-by`, `/documents/${decision}/similar`]) {
    const mark = path.includes('?') ? '&' : '?';
    const rows = parseCsv(await text(`${path}${mark}format=csv`, 'text/csv'), { columns: true });
    const answer = await json(path);
    assert.deepEqual(rows.map((row) => row.id), (answer.items ?? answer.hits).map((item) => item.id));
    assert.equal(rows.length === 0 ? 'id' : Object.keys(rows[0])[0], 'id');
  }
  const excel = await text('/export/tasks?format=excel', 'text/csv');
  const cells = parseCsv(excel, { bom: true }).flat();
  assert.deepEqual(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)), []);
});

test('exports are whole in every format', async () => {
  const { documents, absent, tasks } = await json('/stats');
  for (const [kind, total] of [['documents', documents + absent], ['edges', undefined], ['tasks', tasks]]) {
    const { items } = await json(`/export/${kind}`);
    if (total !== undefined) assert.equal(items.length, total, kind);
    const lines = await text(`/export/${kind}?format=jsonl`, 'application/x-ndjson');
    assert.deepEqual(lines.trimEnd().split('\n').map((line) => JSON.parse(line)), items);
    const rows = parseCsv(await text(`/export/${kind}?format=csv`, 'text/csv'), { columns: true });
    assert.equal(rows.length, items.length, kind);
  }
});

test('OpenSearch: well-formed, and its addresses answer', async () => {
  const source = await (await fetch(`${origin}/opensearch.xml`)).text();
  const document = XmlDocument.fromString(source);
  const templates = document.find('//o:Url/@template', { o: 'http://a9.com/-/spec/opensearch/1.1/' });
  assert.ok(templates.length >= 2);
  for (const { value } of templates) {
    assert.ok(value.startsWith(origin) && value.includes('{searchTerms}'), value);
  }
  const atom = templates.find(({ value }) => value.includes('.atom')).value;
  assert.equal((await fetch(atom.replace('{searchTerms}', 'x'))).status, 200);
});

test('OpenSearch and Atom: behind a proxy that brings TLS the addresses are https', async () => {
  const settings = ['--trusted-proxy', '127.0.0.1', '--proxy-header', 'Forwarded'];
  const server = await start(settings);
  const headers = { Forwarded: 'for=192.0.2.1;proto=https' };
  for (const path of ['/opensearch.xml', `/feeds/cited-by/${resolution}.atom`]) {
    const behind = await (await fetch(server + path, { headers })).text();
    assert.ok(behind.includes(server.replace('http:', 'https:')), path);
    assert.ok(!behind.includes(server), path);
    assert.ok((await (await fetch(server + path)).text()).includes(server), path);
  }
});
