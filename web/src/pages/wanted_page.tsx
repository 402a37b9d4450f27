import { wantedAt } from '../api';
import { MetaLine } from '../components/hit_card';
import { offsetOf, Pager } from '../components/pager';
import { Loaded } from '../components/status';
import { documentName, formatNumber } from '../format';
import { t } from '../i18n';
import { documentUrl, type Location } from '../router';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';

const kLimit = 50;

/** Documents that are cited but missing, the most wanted first. */
export function WantedPage({ location }: { location: Location }): preact.JSX.Element {
  useTitle(t('wanted_title'));
  const offset = offsetOf(location, kLimit) || null;
  const wanted = useResource(wantedAt({ limit: kLimit, offset }));
  return (
    <div class="list-page">
      <h1>{t('wanted_title')}</h1>
      <p class="lead">{t('wanted_lead')}</p>
      <Loaded resource={wanted}>
        {(list) => (
          <>
            <p role="status" class="total">
              {list.total > 0 ? t('wanted_total', { n: formatNumber(list.total) }) : t('wanted_none')}
            </p>
            <ol class="wanted" start={list.offset + 1}>
              {list.items.map((one) => (
                <li key={one.id}>
                  <div>
                    <a class="name" href={documentUrl(one.id)} lang="vi">{documentName({ ...one, title: one.title ?? null })}</a>
                    <MetaLine document={{ issuer: one.issuer, date: one.date }} />
                  </div>
                  <span class="badge">{t('wanted_count', { n: formatNumber(one.count) })}</span>
                </li>
              ))}
            </ol>
            <Pager location={location} total={list.total} limit={kLimit} />
          </>
        )}
      </Loaded>
    </div>
  );
}
