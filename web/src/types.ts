/** What `/api/v1` answers. Offsets are code points, half-open; dates are ISO `YYYY-MM-DD`. */

export type Status = 'present' | 'absent';
export type CitationStatus = 'resolved' | 'absent' | 'ambiguous' | 'unresolved' | 'conflict';
export type Role = 'lead' | 'support' | 'reports_to';
export type DeadlineKind = 'by' | 'from' | 'range' | 'in' | 'recurring' | 'continuous';
export type Relation =
  | 'implements' | 'based_on' | 'reviews' | 'amends' | 'replaces' | 'repeals' | 'mentions';

/** The metadata by which a document is named in every list. */
export interface DocumentMeta {
  id: string;
  number: string | null;
  type: string | null;
  issuer: string | null;
  jurisdiction: string | null;
  date: string | null;
  title: string | null;
  status?: Status;
}

export interface Hit extends DocumentMeta {
  section: string | null;
  score: number;
  snippet: { text: string; highlights: [number, number][] };
  passage?: { start: number; end: number };
}

export interface FacetValue {
  value: string;
  count: number;
  label?: string;
}

export type FacetName = 'type' | 'jurisdiction' | 'issuer' | 'year' | 'body';

export interface SearchResponse {
  query: unknown;
  total: number;
  hits: Hit[];
  facets?: Partial<Record<FacetName, FacetValue[]>>;
  direct?: DocumentMeta | DocumentMeta[] | null;
  suggestion?: string | null;
  /** Codes of what was done instead of what was asked, such as `read_as_words`. */
  notes?: string[];
  took_ms: number;
}

export interface List<T> {
  total: number;
  offset: number;
  limit: number;
  items: T[];
  truncated?: boolean;
}

export interface Suggestion {
  kind: 'number' | 'title' | 'body' | 'word';
  text: string;
  id?: string;
}

export interface Section {
  path: string;
  heading: string;
  start: number;
  end: number;
}

export interface Citation {
  start: number;
  end: number;
  surface: string;
  number: string | null;
  type: string | null;
  date: string | null;
  issuer: string | null;
  relation: Relation;
  status: CitationStatus;
  target: string | null;
  /** Ids, when the mention fits several documents or contradicts one. */
  candidates?: string[];
  /** What the mention says the document is about. */
  title?: string | null;
  /** The article, clause or point that is cited. */
  pinpoint?: string | null;
  /** The code of what decided the target, such as `number+date`. */
  rule?: string | null;
  /** Of a document that is named without a number. */
  name?: string;
}

export interface BodyRef {
  id: string;
  name: string;
  role: Role;
}

export interface Deadline {
  surface: string;
  kind: DeadlineKind;
  from: string | null;
  to: string | null;
  inferred?: boolean;
  /** What must happen first, as the text says it. */
  condition?: string;
}

/** A document that a task implements, and where that stands. */
export interface Mandate {
  id: string;
  number: string | null;
  origin: 'task' | 'heading' | 'document';
  evidence: Evidence | null;
}

export interface Product {
  kind: string | null;
  quote: string;
  start: number;
  end: number;
}

export type TaskFacetName = 'body' | 'role' | 'kind' | 'product' | 'year' | 'quarter' | 'month';

/** How a parameter was read: the documents of a number, or the bodies of a name. */
export interface Meaning {
  parameter: string;
  value: string;
  documents?: string[];
  bodies?: { id: string; name: string; jurisdiction: string | null }[];
  /** Bodies before or after a merger of the one that is meant. */
  related?: { id: string; name: string; jurisdiction: string | null }[];
}

export interface TaskListAnswer extends List<Task> {
  meaning?: Meaning[];
  facets?: Record<TaskFacetName, FacetValue[]>;
}

export interface Task {
  id: string;
  text: string;
  document: string;
  number?: string | null;
  type?: string | null;
  title?: string | null;
  jurisdiction?: string | null;
  section: string | null;
  bodies: BodyRef[];
  deadline: Deadline | null;
  mandates?: Mandate[];
  condition?: string | null;
  product?: Product | null;
  start: number;
  end: number;
  overdue?: boolean;
}

export interface DocumentDetail extends DocumentMeta {
  status: Status;
  place: string | null;
  signer: string | null;
  source?: { path?: string; format?: string; bytes?: number; modified?: string } | null;
  counts?: { cites?: number; cited_by?: number; tasks?: number; passages?: number };
  sections?: Section[];
  citations?: Citation[];
  tasks?: Task[];
}

export type SpanKind = 'citation' | 'named' | 'body' | 'deadline' | 'task';

export interface Span {
  kind: SpanKind;
  start: number;
  end: number;
  id?: string | null;
  name?: string;
  target?: string | null;
  status?: CitationStatus;
  from?: string | null;
  to?: string | null;
}

export interface DocumentText {
  id: string;
  text: string;
  length: number;
  spans: Span[];
}

export interface Evidence {
  document: string;
  start: number;
  end: number;
  quote: string;
}

export interface Edge {
  id: string;
  relation: Relation;
  depth: number;
  path: string[];
  evidence: Evidence[];
  document: DocumentMeta;
}

export interface ImplementationNode {
  document: DocumentMeta;
  /** That it implements its parent. */
  evidence?: Evidence[];
  children: ImplementationNode[];
}

export interface Implementation {
  tree: ImplementationNode;
  missing: string[];
}

export interface BodyInfo {
  id: string;
  name: string;
  aliases?: string[];
  level?: string | null;
  jurisdiction?: string | null;
  counts?: { lead?: number; support?: number; reports_to?: number; documents?: number };
  predecessors?: RelatedBody[];
  successors?: RelatedBody[];
}

/** A body before or after a merger; `tasks` is 0 when the index has none of it. */
export interface RelatedBody {
  id: string;
  name: string;
  jurisdiction: string | null;
  tasks: number;
}

export interface WantedDocument {
  id: string;
  number: string | null;
  type: string | null;
  issuer: string | null;
  date: string | null;
  title?: string | null;
  count: number;
}

/** Counts of the index. */
export interface Stats {
  documents: number;
  absent: number;
  edges: number;
  tasks: number;
  bodies: number;
  built_at?: string | null;
}

/** The parts of an OpenAPI document that the page of the API shows. */
export interface ApiSchema {
  type?: string;
  format?: string;
  enum?: string[];
  items?: ApiSchema;
  minimum?: number;
  maximum?: number;
  default?: string | number;
}

export interface ApiParameter {
  name: string;
  in: 'path' | 'query';
  required: boolean;
  description: string;
  schema: ApiSchema;
  example?: unknown;
}

export interface ApiOperation {
  operationId: string;
  summary: string;
  tags: string[];
  parameters?: ApiParameter[];
}

export interface ApiServer {
  url: string;
}

export interface ApiDocument {
  tags: { name: string; description: string }[];
  servers: ApiServer[];
  /** By method; `servers` is where the path is when not at those of the document. */
  paths: Record<string, { servers?: ApiServer[]; get?: ApiOperation; post?: ApiOperation }>;
}
