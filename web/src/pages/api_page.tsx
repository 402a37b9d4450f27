import { openApi } from '../api';
import { Loaded } from '../components/status';
import { t } from '../i18n';
import type { ApiDocument, ApiOperation, ApiParameter, ApiServer } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';

/** The API as its own OpenAPI document describes it: one list of addresses for each subject. */
export function ApiPage(): preact.JSX.Element {
  useTitle(t('api_title'));
  const api = useResource(openApi());
  return (
    <article class="about api">
      <h1>{t('api_title')}</h1>
      <p class="lead">
        {t('api_lead')}
        <a href="/api/v1/openapi.json" target="_blank">{t('about_api_link')}</a>.
      </p>
      <Loaded resource={api}>
        {(document) => (
          <>{document.tags.map((tag) => <Subject key={tag.name} document={document} tag={tag} />)}</>
        )}
      </Loaded>
    </article>
  );
}

function Subject({ document, tag }: { document: ApiDocument; tag: ApiDocument['tags'][number] }): preact.JSX.Element {
  return (
    <section lang="en">
      <h2 id={tag.name}>{tag.description}</h2>
      {Object.entries(document.paths).flatMap(([path, { servers = document.servers, ...operations }]) =>
        Object.entries(operations)
          .filter(([, operation]) => operation.tags.includes(tag.name))
          .map(([method, operation]) => (
            <Operation key={operation.operationId} path={addressOf(servers, path)} method={method} operation={operation} />
          )))}
    </section>
  );
}

interface OperationProps {
  path: string;
  method: string;
  operation: ApiOperation;
}

function Operation({ path, method, operation }: OperationProps): preact.JSX.Element {
  const parameters = operation.parameters ?? [];
  return (
    <details id={operation.operationId}>
      <summary>
        <code>{method.toUpperCase()} {path}</code> {operation.summary}
      </summary>
      {parameters.length > 0 && (
        <table>
          <thead>
            <tr><th scope="col">{t('api_parameter')}</th><th scope="col">{t('api_meaning')}</th></tr>
          </thead>
          <tbody>
            {parameters.map((one) => (
              <tr key={one.name}>
                <td><code>{one.name}</code>{one.required && ` (${t('api_required')})`}</td>
                <td>{one.description} <span class="values">{valuesOf(one)}</span></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {method === 'get' && <p><a href={exampleOf(path, parameters)} target="_blank">{t('api_try')}</a></p>}
    </details>
  );
}

/** The path with that of its server. */
const addressOf = (servers: ApiServer[], path: string): string =>
  (servers[0]?.url ?? '').replace(/\/$/, '') + path;

/** What a parameter may be, in few words. */
function valuesOf(parameter: ApiParameter): string {
  const { schema } = parameter;
  const kind = schema.items ?? schema;
  const parts = [kind.enum?.join(', ') ?? kind.format ?? kind.type ?? ''];
  if (kind.minimum !== undefined) parts.push(`${kind.minimum}..${kind.maximum ?? ''}`);
  if (schema.default !== undefined) parts.push(`${t('api_default')} ${schema.default}`);
  return parts.filter(Boolean).join(' · ');
}

/** An address that the server answers: the examples of what is required. */
function exampleOf(path: string, parameters: ApiParameter[]): string {
  const query = new URLSearchParams();
  let filled = path;
  for (const one of parameters) {
    if (!one.required) continue;
    const value = String(one.example ?? '');
    if (one.in === 'path') filled = filled.replace(`{${one.name}}`, encodeURIComponent(value));
    else query.set(one.name, value);
  }
  const text = query.toString();
  return `${filled}${text ? `?${text}` : ''}`;
}
