import { implementationAt } from '../api';
import { documentName } from '../format';
import { t } from '../i18n';
import { documentUrl, searchUrl } from '../router';
import type { DocumentDetail, Implementation, ImplementationNode } from '../types';
import { useResource } from '../use_resource';
import { MetaLine } from './hit_card';
import { Loaded } from './status';

/** Who implements a document, level by level, and which places have no plan in the collection. */
export function ImplementationTab({ document }: { document: DocumentDetail }): preact.JSX.Element {
  const resource = useResource(implementationAt(document.id));
  return (
    <section class="tab" aria-label={t('tab_implementation')}>
      <Loaded resource={resource}>{(answer) => <Coverage answer={answer} />}</Loaded>
    </section>
  );
}

function Coverage({ answer }: { answer: Implementation }): preact.JSX.Element {
  const { tree, missing } = answer;
  return (
    <div class="coverage">
      <section aria-labelledby="implementation-tree">
        <h2 id="implementation-tree">{t('implementation_tree')}</h2>
        {tree.children.length > 0
          ? <Branch nodes={tree.children} />
          : <p class="nothing">{t('implementation_none')}</p>}
      </section>
      <section aria-labelledby="implementation-missing">
        <h2 id="implementation-missing">
          {t('implementation_missing', { n: missing.length })}
        </h2>
        <p class="faint">
          {t(missing.length > 0 ? 'implementation_missing_help' : 'implementation_complete')}
        </p>
        <ul class="places">
          {missing.map((place) => (
            <li key={place}><a href={searchUrl({ jurisdiction: place })} lang="vi">{place}</a></li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Branch({ nodes }: { nodes: ImplementationNode[] }): preact.JSX.Element {
  return (
    <ul class="tree">
      {nodes.map(({ document, evidence, children }) => (
        <li key={document.id}>
          <a class="name" href={documentUrl(document.id)} lang="vi">{documentName(document)}</a>
          <MetaLine document={document} />
          {document.title && <p class="title" lang="vi">{document.title}</p>}
          {evidence?.[0] && (
            <p class="where">
              <a href={documentUrl(evidence[0].document, evidence[0])}>{t('evidence_short')}</a>
            </p>
          )}
          {children.length > 0 && <Branch nodes={children} />}
        </li>
      ))}
    </ul>
  );
}
