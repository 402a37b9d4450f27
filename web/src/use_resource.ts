import { useEffect, useState } from 'preact/hooks';
import { ApiError, cached, getJson, type Endpoint } from './api';

/** One answer of the server as a component sees it; old data stay while new ones load. */
export interface Resource<T> {
  data: T | undefined;
  error: ApiError | undefined;
  loading: boolean;
  retry(): void;
}

interface State<T> {
  url: string | null;
  data: T | undefined;
  error: ApiError | undefined;
}

/** Loads `url` (null: nothing to load) and again when it changes; a superseded request is aborted. */
export function useResource<T>(url: Endpoint<T> | null): Resource<T> {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State<T>>({ url: null, data: undefined, error: undefined });
  const known = url !== null && state.url !== url ? cached(url) : undefined;

  useEffect(() => {
    if (url === null) return undefined;
    const abort = new AbortController();
    getJson(url, abort.signal).then(
      (data) => !abort.signal.aborted && setState({ url, data, error: undefined }),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        setState({ url, data: undefined, error: asApiError(error) });
      },
    );
    return () => abort.abort();
  }, [url, attempt]);

  const settled = known !== undefined || state.url === url;
  return {
    data: url === null ? undefined : known ?? state.data,
    error: settled && known === undefined ? state.error : undefined,
    loading: url !== null && !settled,
    retry: () => {
      setState({ url: null, data: undefined, error: undefined });
      setAttempt(attempt + 1);
    },
  };
}

function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(0, 'unexpected', String(error));
}
