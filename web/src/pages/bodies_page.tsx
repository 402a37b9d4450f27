import { useEffect, useState } from 'preact/hooks';
import { bodiesAt } from '../api';
import { offsetOf, Pager } from '../components/pager';
import { Loaded } from '../components/status';
import { formatNumber, roleName } from '../format';
import { t } from '../i18n';
import { bodyUrl, navigate, withQuery, type Location } from '../router';
import type { BodyInfo, Role } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';
import { levelName } from './body_page';

const kLimit = 50;
const kTypingMs = 200;
const kRoles: Role[] = ['lead', 'support', 'reports_to'];

/** All bodies that documents give work to, found by any of their names. */
export function BodiesPage({ location }: { location: Location }): preact.JSX.Element {
  useTitle(t('bodies_title'));
  const q = location.query.get('q') ?? '';
  const offset = offsetOf(location, kLimit) || null;
  const bodies = useResource(bodiesAt({ q, limit: kLimit, offset }));
  return (
    <div class="list-page">
      <h1>{t('bodies_title')}</h1>
      <p class="lead">{t('bodies_lead')}</p>
      <BodySearch location={location} query={q} />
      <Loaded resource={bodies}>
        {(list) => (
          <>
            <p role="status" class="total">
              {list.total > 0 ? t('bodies_total', { n: formatNumber(list.total) }) : t('bodies_none')}
            </p>
            <ul class="cards">
              {list.items.map((body) => <li key={body.id}><BodyCard body={body} /></li>)}
            </ul>
            <Pager location={location} total={list.total} limit={kLimit} />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** Searches while one types, a moment after the last key. */
function BodySearch(props: { location: Location; query: string }): preact.JSX.Element {
  const { location, query } = props;
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  useEffect(() => {
    if (text.trim() === query) return undefined;
    const timer = setTimeout(() => {
      navigate(withQuery(location, { q: text.trim(), page: null }), { replace: true });
    }, kTypingMs);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <form role="search" class="search-box" onSubmit={(event) => event.preventDefault()}>
      <label class="visually-hidden" for="bodies-q">{t('bodies_search')}</label>
      <input
        id="bodies-q"
        type="search"
        maxLength={200}
        placeholder={t('bodies_search')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}

function BodyCard({ body }: { body: BodyInfo }): preact.JSX.Element {
  return (
    <article class="body-card">
      <h2 lang="vi"><a href={bodyUrl(body.id)}>{body.name}</a></h2>
      <p class="meta">
        {[levelName(body.level), body.jurisdiction].filter(Boolean).map((one) => <span>{one}</span>)}
      </p>
      <p class="role-counts">
        {kRoles.map((role) => {
          const count = body.counts?.[role] ?? 0;
          return count > 0 && (
            <span key={role} class={`role role--${role}`}>{roleName(role)} {formatNumber(count)}</span>
          );
        })}
      </p>
    </article>
  );
}
