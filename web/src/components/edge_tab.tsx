import { apiUrl, citedByAt, citesAt } from '../api';
import { formatNumber, relationName } from '../format';
import { t } from '../i18n';
import { navigate, withQuery, type Location } from '../router';
import type { DocumentDetail, Edge, List, Relation } from '../types';
import { useResource } from '../use_resource';
import { EdgeItem } from './edge_item';
import { offsetOf, Pager } from './pager';
import { Loaded } from './status';

export type Direction = 'cites' | 'cited-by';

interface Props {
  document: DocumentDetail;
  location: Location;
  direction: Direction;
}

const kLimit = 50;
const kDepths = [1, 2, 3, 4, 5];
const kRelations: Relation[] = [
  'implements', 'based_on', 'reviews', 'amends', 'replaces', 'repeals', 'mentions',
];

/** What a document cites, or what cites it, up to some steps away, with the words that prove it. */
export function EdgeTab({ document, location, direction }: Props): preact.JSX.Element {
  const depth = depthOf(location);
  const relation = location.query.get('relation');
  const at = direction === 'cites' ? citesAt : citedByAt;
  const filters = { depth: depth === 1 ? null : depth, relation };
  const offset = offsetOf(location, kLimit) || null;
  const edges = useResource(at(document.id, { ...filters, limit: kLimit, offset }));
  const path = `/documents/${encodeURIComponent(document.id)}/${direction}`;
  return (
    <section class="tab" aria-label={t(direction === 'cites' ? 'tab_cites' : 'tab_cited_by')}>
      <div class="toolbar">
        <DepthChoice location={location} depth={depth} />
        <RelationChoice location={location} relation={relation} />
        <p class="exports">
          <span>{t('export')}</span>
          <a href={apiUrl(path, { ...filters, limit: 200, format: 'csv' })} download>CSV</a>
          <a href={apiUrl(path, { ...filters, limit: 200, format: 'graphml' })} download>GraphML</a>
          {direction === 'cited-by' && (
            <a href={`/feeds/cited-by/${encodeURIComponent(document.id)}.atom`} target="_blank">
              {t('feed')}
            </a>
          )}
        </p>
      </div>
      <Loaded resource={edges}>
        {(list) => (
          <EdgeList list={list} document={document} location={location} direction={direction} />
        )}
      </Loaded>
    </section>
  );
}

function depthOf(location: Location): number {
  const depth = Number(location.query.get('depth') ?? '1');
  return kDepths.includes(depth) ? depth : 1;
}

function DepthChoice(props: { location: Location; depth: number }): preact.JSX.Element {
  return (
    <nav class="inline-field" aria-labelledby="depth-label">
      <span id="depth-label">{t('depth')}</span>
      <span class="segmented">
        {kDepths.map((n) => (
          <a
            key={n}
            href={withQuery(props.location, { depth: n === 1 ? null : n, page: null })}
            aria-label={n === 1 ? t('depth_direct') : t('depth_steps', { n })}
            aria-current={n === props.depth ? 'true' : undefined}
          >
            {n === 1 ? t('depth_direct') : n}
          </a>
        ))}
      </span>
    </nav>
  );
}

interface RelationProps {
  location: Location;
  relation: string | null;
}

function RelationChoice({ location, relation }: RelationProps): preact.JSX.Element {
  return (
    <label class="inline-field">
      {t('relation')}
      <select
        value={relation ?? ''}
        onChange={(event) => {
          navigate(withQuery(location, { relation: event.currentTarget.value, page: null }));
        }}
      >
        <option value="">{t('filter_all')}</option>
        {kRelations.map((one) => <option key={one} value={one}>{relationName(one)}</option>)}
      </select>
    </label>
  );
}

function EdgeList({ list, document, location, direction }: Props & { list: List<Edge> }): preact.JSX.Element {
  if (list.total === 0) {
    const none = direction === 'cites' ? 'edges_none_cites' : 'edges_none_cited_by';
    return <p class="nothing" role="status">{t(none)}</p>;
  }
  const names = new Map([document, ...list.items.map((edge) => edge.document)].map((one) => [one.id, one]));
  return (
    <>
      <p role="status" class="total">{t('edges_total', { n: formatNumber(list.total) })}</p>
      {list.truncated && <p class="note">{t('edges_truncated')}</p>}
      <ol class="edges">
        {list.items.map((edge) => (
          <li key={`${edge.id} ${edge.relation}`}>
            <EdgeItem edge={edge} from={document.id} names={names} direction={direction} />
          </li>
        ))}
      </ol>
      <Pager location={location} total={list.total} limit={kLimit} />
    </>
  );
}
