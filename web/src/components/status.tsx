import type { ComponentChildren } from 'preact';
import type { ApiError } from '../api';
import { t } from '../i18n';
import type { Resource } from '../use_resource';

interface LoadedProps<T> {
  resource: Resource<T>;
  children(data: T): ComponentChildren;
}

/** The data when there are some; otherwise what is happening, or what went wrong. */
export function Loaded<T>({ resource, children }: LoadedProps<T>): preact.JSX.Element {
  if (resource.error) return <ErrorPanel error={resource.error} onRetry={resource.retry} />;
  if (resource.data === undefined) return <Loading />;
  return <div class="loaded" aria-busy={resource.loading}>{children(resource.data)}</div>;
}

/** Grey lines in the place of the text that is coming. */
export function Loading(): preact.JSX.Element {
  return (
    <div class="loading" role="status">
      <span class="visually-hidden">{t('loading')}</span>
      <span /><span /><span /><span />
    </div>
  );
}

interface ErrorProps {
  error: ApiError;
  onRetry(): void;
}

export function ErrorPanel({ error, onRetry }: ErrorProps): preact.JSX.Element {
  return (
    <div class="error" role="alert">
      <h2>{t('error_title')}</h2>
      <p>{errorMessage(error)}</p>
      <button type="button" onClick={onRetry}>{t('error_retry')}</button>
    </div>
  );
}

function errorMessage(error: ApiError): string {
  if (error.status === 0) return t('error_network');
  if (error.status === 404) return t('error_not_found');
  if (error.status === 429 || error.status === 503) return t('error_busy');
  if (error.status >= 400 && error.status < 500) {
    return t('error_request', { detail: error.detail || error.code });
  }
  return t('error_server');
}
