import { documentAt } from '../api';
import { DocumentHeader } from '../components/document_header';
import { DocumentTabs, tabOf } from '../components/document_tabs';
import { EdgeTab } from '../components/edge_tab';
import { ImplementationTab } from '../components/implementation_tab';
import { Loaded } from '../components/status';
import { TaskList } from '../components/task_list';
import { TextTab } from '../components/text_tab';
import { documentName } from '../format';
import { t } from '../i18n';
import type { Location } from '../router';
import type { DocumentDetail } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';

interface Props {
  id: string;
  location: Location;
}

/** A document, or what is known of one that is only cited. */
export function DocumentPage({ id, location }: Props): preact.JSX.Element {
  const resource = useResource(documentAt(id));
  useTitle(resource.data ? documentName(resource.data) : null);
  return (
    <div class="document-page">
      <Loaded resource={resource}>
        {(document) => (
          <>
            <DocumentHeader document={document} />
            <DocumentTabs document={document} location={location} />
            <Tab document={document} location={location} />
          </>
        )}
      </Loaded>
    </div>
  );
}

interface TabProps {
  document: DocumentDetail;
  location: Location;
}

function Tab({ document, location }: TabProps): preact.JSX.Element {
  switch (tabOf(document, location)) {
    case 'toan-van':
      return <TextTab document={document} location={location} />;
    case 'trich-dan':
      return <EdgeTab key="out" document={document} location={location} direction="cites" />;
    case 'duoc-trich-dan':
      return <EdgeTab key="in" document={document} location={location} direction="cited-by" />;
    case 'nhiem-vu':
      return (
        <section class="tab" aria-label={t('tab_tasks')}>
          <TaskList tasks={document.tasks ?? []} withDocument={false} />
        </section>
      );
    case 'trien-khai':
      return <ImplementationTab document={document} />;
  }
}
