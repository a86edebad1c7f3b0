/**
 * The environment variables of OpenTelemetry, as its specification defines them (Environment Variable Specification, and
 * Configuration Options of the OTLP exporter). Traces are the one signal that is sent. Each variable is either used with
 * its specified meaning, has no effect by its specification, or is refused because what it asks for is not done here.
 *
 * Two things are stricter than the specification, which would warn and go on with the default: a value that is not valid
 * stops the start, and so does a variable that asks for something that is not supported. One is a choice of ours: nothing
 * is sent unless an endpoint, or OTEL_TRACES_EXPORTER=otlp, is set.
 */
import { distance } from 'fastest-levenshtein';
import type { Environment, SettingsReader, Surroundings } from './reading.ts';
import { oneOf, type Parsed, quoted, suggestion, wholeNumber } from './values.ts';

export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;
export type Sampler = (typeof SAMPLERS)[number];

export const PROTOCOLS = ['http/json', 'http/protobuf'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** The levels of the SDK's own messages. */
export const DIAGNOSTIC_LEVELS = ['none', 'error', 'warn', 'info', 'debug', 'verbose', 'all'] as const;
export type DiagnosticLevel = (typeof DIAGNOSTIC_LEVELS)[number];

/** How traces are made and sent. Times are in milliseconds. */
export interface TracingSettings {
  /** Where spans are posted: a whole address, path included. */
  readonly url: string;
  readonly protocol: Protocol;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeout: number;
  readonly compression: 'gzip' | 'none';
  /** PEM texts; null: the authorities that Node trusts, and no certificate of our own. */
  readonly certificate: string | null;
  readonly clientKey: string | null;
  readonly clientCertificate: string | null;
  /** Attributes of the resource; `service.name` is always among them. */
  readonly resource: Readonly<Record<string, string>>;
  /** Whether a trace that a client began is continued (W3C Trace Context). */
  readonly continuesTraces: boolean;
  readonly sampler: Sampler;
  /** Of traceidratio and parentbased_traceidratio; from 0 to 1. */
  readonly ratio: number;
  readonly batch: {
    readonly delay: number;
    readonly exportTimeout: number;
    readonly queueSize: number;
    readonly batchSize: number;
  };
  readonly limits: {
    /** Infinity: no limit. */
    readonly attributeLength: number;
    readonly attributes: number;
    readonly events: number;
    readonly links: number;
    readonly attributesOfEvent: number;
    readonly attributesOfLink: number;
  };
  readonly diagnostics: DiagnosticLevel;
  /** Methods that spans name; any other is _OTHER. Case counts. */
  readonly methods: readonly string[];
}

/** RFC 9110, section 9, and PATCH (RFC 5789), as the semantic conventions for HTTP list them. */
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];

/** Milliseconds; the specification has 10,000. Shorter, so that a stop of the server does not wait for a collector that is gone. */
const ownTimeout = 3_000;

/** The largest delay that a timer of Node takes; stands for "indefinite". */
const longest = 2_147_483_647;

/** What is sent to a collector with nothing set but its address. Throws where that is not a URL. */
export function tracingTo(endpoint: string): TracingSettings {
  const reader = new Telemetry({ OTEL_EXPORTER_OTLP_ENDPOINT: endpoint }, () => null);
  const settings = reader.tracing();
  if (settings === null || reader.problems.length > 0) throw new Error(reader.problems.join('; '));
  return settings;
}

/** How traces are sent; null where they are not. Problems are added to the reader's list. */
export function telemetryOf(reader: SettingsReader, { env, readText }: Surroundings): TracingSettings | null {
  const telemetry = new Telemetry(env, readText);
  const settings = telemetry.tracing();
  reader.problems.push(...telemetry.problems);
  return settings;
}

/** Reads the variables, and collects what is wrong with them. */
class Telemetry {
  readonly problems: string[] = [];
  readonly #env: Environment;
  readonly #readText: Surroundings['readText'];

  constructor(env: Environment, readText: Surroundings['readText']) {
    this.#env = env;
    this.#readText = readText;
  }

  /** With OTEL_SDK_DISABLED=true nothing else is looked at, since nothing else has an effect. */
  tracing(): TracingSettings | null {
    if (this.#yesOrNo('OTEL_SDK_DISABLED')) return null;
    this.#refuseUnsupported();
    this.#refuseMisspelt();
    const url = this.#url();
    const exporter = this.#exporter();
    const settings = { ...this.#otlp(), ...this.#spans() };
    const isSent = exporter === 'otlp' || (exporter === null && url !== null);
    return isSent ? { url: url ?? 'http://localhost:4318/v1/traces', ...settings } : null;
  }

  #otlp(): Pick<
    TracingSettings,
    'protocol' | 'headers' | 'timeout' | 'compression' | 'certificate' | 'clientKey' | 'clientCertificate'
  > {
    for (const name of ['OTEL_EXPORTER_OTLP_INSECURE', 'OTEL_EXPORTER_OTLP_TRACES_INSECURE']) this.#yesOrNo(name);
    this.#yesOrNo('OTEL_EXPORTER_OTLP_SPAN_INSECURE');
    const [clientKey, clientCertificate] = [this.#file('CLIENT_KEY'), this.#file('CLIENT_CERTIFICATE')];
    if ((clientKey === null) !== (clientCertificate === null) && this.problems.length === 0)
      this.problems.push(
        'OTEL_EXPORTER_OTLP_CLIENT_KEY and OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE belong together: set both or neither',
      );
    return {
      protocol: this.#either('PROTOCOL', (name) => this.#protocol(name)) ?? 'http/json',
      headers: { ...this.#pairs('OTEL_EXPORTER_OTLP_HEADERS'), ...this.#pairs('OTEL_EXPORTER_OTLP_TRACES_HEADERS') },
      timeout: orLongest(
        this.#either('TIMEOUT', (name) => this.#whole(name, 0, 'a number of milliseconds')) ?? ownTimeout,
      ),
      compression:
        this.#either('COMPRESSION', (name) => this.#oneOf(name, 'a compression', ['gzip', 'none'])) ?? 'none',
      certificate: this.#file('CERTIFICATE'),
      clientKey,
      clientCertificate,
    };
  }

  #spans(): Omit<
    TracingSettings,
    'url' | 'protocol' | 'headers' | 'timeout' | 'compression' | 'certificate' | 'clientKey' | 'clientCertificate'
  > {
    const service = this.#text('OTEL_SERVICE_NAME');
    const sampler = this.#sampler();
    return {
      resource: {
        'service.name': 'covergraph',
        ...this.#pairs('OTEL_RESOURCE_ATTRIBUTES'),
        ...(service === null ? {} : { 'service.name': service }),
      },
      continuesTraces: this.#continuesTraces(),
      sampler,
      ratio: this.#ratio(sampler),
      batch: this.#batch(),
      limits: this.#limits(),
      diagnostics: this.#oneOf('OTEL_LOG_LEVEL', 'a level', DIAGNOSTIC_LEVELS) ?? 'info',
      methods: this.#list('OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS') ?? METHODS,
    };
  }

  #batch(): TracingSettings['batch'] {
    const queueSize = this.#whole('OTEL_BSP_MAX_QUEUE_SIZE', 1, 'a number of spans') ?? 2_048;
    const batchSize = this.#whole('OTEL_BSP_MAX_EXPORT_BATCH_SIZE', 1, 'a number of spans');
    if (batchSize !== null && batchSize > queueSize)
      this.problems.push(
        `OTEL_BSP_MAX_EXPORT_BATCH_SIZE is ${quoted(String(batchSize))}, which is more than the queue holds: use at most ${String(queueSize)}, or raise OTEL_BSP_MAX_QUEUE_SIZE`,
      );
    return {
      delay: this.#whole('OTEL_BSP_SCHEDULE_DELAY', 0, 'a number of milliseconds') ?? 5_000,
      exportTimeout: orLongest(this.#whole('OTEL_BSP_EXPORT_TIMEOUT', 0, 'a number of milliseconds') ?? 30_000),
      queueSize,
      batchSize: batchSize ?? Math.min(512, queueSize),
    };
  }

  /** A limit of spans goes before the general one. */
  #limits(): TracingSettings['limits'] {
    const count = (name: string): number | null => this.#whole(name, 0, 'a limit');
    const [length, attributes] = [count('OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT'), count('OTEL_ATTRIBUTE_COUNT_LIMIT')];
    return {
      attributeLength: count('OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT') ?? length ?? Infinity,
      attributes: count('OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT') ?? attributes ?? 128,
      events: count('OTEL_SPAN_EVENT_COUNT_LIMIT') ?? 128,
      links: count('OTEL_SPAN_LINK_COUNT_LIMIT') ?? 128,
      attributesOfEvent: count('OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT') ?? attributes ?? 128,
      attributesOfLink: count('OTEL_LINK_ATTRIBUTE_COUNT_LIMIT') ?? attributes ?? 128,
    };
  }

  /** Null where none is named, or where it is wrong. */
  #exporter(): 'otlp' | 'none' | null {
    return this.#oneOf('OTEL_TRACES_EXPORTER', 'an exporter of traces that Covergraph has', ['otlp', 'none']);
  }

  #protocol(name: string): Protocol | null {
    return this.#oneOf(name, 'a protocol of OTLP that Covergraph has', PROTOCOLS);
  }

  #sampler(): Sampler {
    const name = 'OTEL_TRACES_SAMPLER';
    return this.#oneOf(name, 'a sampler that Covergraph has', SAMPLERS) ?? 'parentbased_always_on';
  }

  /** The argument counts only where the sampler is set and takes one. */
  #ratio(sampler: Sampler): number {
    const text = this.#text('OTEL_TRACES_SAMPLER_ARG');
    if (text === null || !sampler.endsWith('traceidratio')) return 1;
    const ratio = /^(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
    if (ratio >= 0 && ratio <= 1) return ratio;
    this.problems.push(`OTEL_TRACES_SAMPLER_ARG is ${quoted(text)}, which is not a ratio: use a number from 0 to 1`);
    return 1;
  }

  /** Nothing is passed on to other services, so baggage has nowhere to go; it is taken because it is a default. */
  #continuesTraces(): boolean {
    const name = 'OTEL_PROPAGATORS';
    const named = this.#list(name) ?? ['tracecontext', 'baggage'];
    const known = ['tracecontext', 'baggage', 'none'];
    for (const each of named.filter((word) => !known.includes(word.toLowerCase())))
      this.problems.push(
        `${name} has ${quoted(each)}, which is not a propagator that Covergraph has: use tracecontext, baggage or none${suggestion(each, known)}`,
      );
    const words = named.map((word) => word.toLowerCase());
    if (words.includes('none') && new Set(words).size > 1)
      this.problems.push(`${name} has none and further propagators: give none alone, or leave it out`);
    return words.includes('tracecontext');
  }

  /** The address of traces as it is; to the general one the path of traces is added. Null where neither is set. */
  #url(): string | null {
    const [general, own] = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'].map((name) =>
      this.#address(name),
    );
    if (own) return own.href;
    if (!general) return null;
    general.pathname = `${general.pathname.replace(/\/+$/, '')}/v1/traces`;
    return general.href;
  }

  #address(name: string): URL | null {
    const text = this.#text(name);
    if (text === null) return null;
    const url = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : null;
    const hasUser = url !== null && (url.username !== '' || url.password !== '');
    if (url !== null && !hasUser && url.hash === '') return url;
    // A password may be in it, so it is not repeated.
    const why = hasUser
      ? 'has a user or a password, which would not be sent: put them into OTEL_EXPORTER_OTLP_HEADERS'
      : `is ${text.includes('@') ? 'set' : quoted(text)}, which is not an address of a collector: use one such as http://127.0.0.1:4318`;
    this.problems.push(`${name} ${why}`);
    return null;
  }

  /** Every variable that is set and asks for what is not done. */
  #refuseUnsupported(): void {
    const names = Object.keys(this.#env).filter((name) => this.#text(name) !== null);
    for (const name of names.sort()) {
      const found = UNSUPPORTED.find(({ pattern }) => pattern.test(name));
      const isOff = found?.unless !== undefined && this.#text(found.unless)?.toLowerCase() === 'none';
      if (found && !isOff) this.problems.push(`${name} is set, and ${found.why}`);
    }
    const optIn = 'OTEL_SEMCONV_STABILITY_OPT_IN';
    for (const each of (this.#list(optIn) ?? []).filter((word) => word.endsWith('/dup')))
      this.problems.push(
        `${optIn} has ${quoted(each)}, and spans have the stable attributes alone: use ${quoted(each.replace('/dup', ''))}, or leave it out`,
      );
  }

  /** The names that begin with OTEL_ belong to OpenTelemetry, so one that nearly is a known one was meant to be it. */
  #refuseMisspelt(): void {
    const known = TELEMETRY_VARIABLES.map(({ variable }) => variable);
    for (const name of Object.keys(this.#env).sort()) {
      const isOther =
        !name.startsWith('OTEL_') || known.includes(name) || UNSUPPORTED.some(({ pattern }) => pattern.test(name));
      if (isOther || this.#text(name) === null) continue;
      const meant = known.find((each) => distance(each, name) <= 2);
      if (meant !== undefined)
        this.problems.push(
          `${quoted(name).slice(1, -1)} is not a variable of OpenTelemetry: remove it; did you mean ${quoted(meant)}?`,
        );
    }
  }

  /** Null where it is not set: an empty value is the same as none. */
  #text(name: string): string | null {
    const text = (this.#env[name] ?? '').trim();
    return text === '' ? null : text;
  }

  #list(name: string): string[] | null {
    const entries = this.#text(name)
      ?.split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '');
    return entries === undefined || entries.length === 0 ? null : entries;
  }

  #parsed<Value>(name: string, parse: (text: string) => Parsed<Value>): Value | null {
    const text = this.#text(name);
    if (text === null) return null;
    const { value, problem } = parse(text);
    if (problem === undefined) return value;
    this.problems.push(`${name} ${problem}`);
    return null;
  }

  #whole(name: string, least: number, noun: string): number | null {
    return this.#parsed(name, wholeNumber(noun, least, longest).parse);
  }

  #oneOf<Word extends string>(name: string, noun: string, words: readonly Word[]): Word | null {
    return this.#parsed(name, oneOf(noun, words).parse);
  }

  /** By the specification true is the one word for yes; 1 or yes would mean no, so those are refused. */
  #yesOrNo(name: string): boolean {
    return this.#oneOf(name, 'true or false, the two words that OpenTelemetry takes', ['true', 'false']) === 'true';
  }

  /** Both variables of an option are read, so that both are checked; the one for traces goes before the general one. */
  #either<Value>(option: string, read: (name: string) => Value | null): Value | null {
    const general = read(`OTEL_EXPORTER_OTLP_${option}`);
    return read(`OTEL_EXPORTER_OTLP_TRACES_${option}`) ?? general;
  }

  #file(option: string): string | null {
    return this.#either(option, (name) => {
      const path = this.#text(name);
      if (path === null) return null;
      const text = this.#readText(path);
      if (text?.includes('-----BEGIN') === true) return text;
      const why = text === null ? 'which cannot be read' : 'which is not in PEM format';
      this.problems.push(`${name} names ${quoted(path)}, ${why}: give the path of a PEM file`);
      return null;
    });
  }

  /** `key=value,key=value`, values percent-encoded, as in W3C Baggage. Values may be secrets and are not repeated. */
  #pairs(name: string): Record<string, string> {
    const pairs = (this.#list(name) ?? []).map((entry) => {
      const at = entry.indexOf('=');
      return [entry.slice(0, Math.max(at, 0)).trim(), decoded(entry.slice(at + 1).trim())] as const;
    });
    const isHeader = name.endsWith('HEADERS');
    const isWrong = pairs.some(
      ([key, value]) =>
        value === null ||
        (isHeader ? !/^[\w!#$%&'*+.^`|~-]+$/.test(key) || /[^\t\u0020-\u00ff]/.test(value) : key === ''),
    );
    if (!isWrong) return Object.fromEntries(pairs) as Record<string, string>;
    this.problems.push(`${name} is not a list of KEY=VALUE with commas between and values percent-encoded: correct it`);
    return {};
  }
}

const orLongest = (milliseconds: number): number => (milliseconds === 0 ? longest : milliseconds);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

interface Unsupported {
  readonly pattern: RegExp;
  /** For documentation. */
  readonly names: string;
  /** What is not done, and what to do, after "is set, and". */
  readonly why: string;
  /** With this variable at none the signal is off, and what is set for it has no effect. */
  readonly unless?: string;
}

/** What the specification defines and is not done here. */
export const UNSUPPORTED: readonly Unsupported[] = [
  {
    pattern: /^OTEL_(?:EXPERIMENTAL_)?CONFIG_FILE$/,
    names: 'OTEL_CONFIG_FILE, OTEL_EXPERIMENTAL_CONFIG_FILE',
    why: 'declarative configuration is not supported: use the other variables of OpenTelemetry',
  },
  {
    pattern: /^OTEL_ENTITIES$/,
    names: 'OTEL_ENTITIES',
    why: 'entities are not supported: use OTEL_RESOURCE_ATTRIBUTES',
  },
  {
    pattern: /^OTEL_(?:METRICS_\w+|METRIC_\w+|EXPORTER_OTLP_METRICS?_\w+|EXPORTER_PROMETHEUS_\w+)$/,
    names:
      'OTEL_METRICS_EXPORTER, OTEL_METRICS_EXEMPLAR_FILTER, OTEL_METRIC_EXPORT_*, OTEL_EXPORTER_OTLP_METRICS_*, OTEL_EXPORTER_PROMETHEUS_*',
    why: 'metrics are not sent by OpenTelemetry: let Prometheus read /metrics, and set OTEL_METRICS_EXPORTER=none or remove the variable',
    unless: 'OTEL_METRICS_EXPORTER',
  },
  {
    pattern: /^OTEL_(?:LOGS_\w+|BLRP_\w+|LOGRECORD_\w+|EXPORTER_OTLP_LOGS_\w+)$/,
    names: 'OTEL_LOGS_EXPORTER, OTEL_BLRP_*, OTEL_LOGRECORD_*, OTEL_EXPORTER_OTLP_LOGS_*',
    why: 'logs are not sent by OpenTelemetry: collect standard error, and set OTEL_LOGS_EXPORTER=none or remove the variable',
    unless: 'OTEL_LOGS_EXPORTER',
  },
  {
    pattern: /^OTEL_EXPORTER_(?:ZIPKIN|JAEGER)_\w+$/,
    names: 'OTEL_EXPORTER_ZIPKIN_*, OTEL_EXPORTER_JAEGER_*',
    why: 'traces are sent by OTLP alone: use OTEL_EXPORTER_OTLP_ENDPOINT, and remove the variable',
  },
];

/** Every variable that is used, or has no effect by its specification; for documentation. */
export const TELEMETRY_VARIABLES: readonly {
  readonly variable: string;
  readonly default: string;
  readonly text: string;
}[] = [
  { variable: 'OTEL_SDK_DISABLED', default: 'false', text: 'true: no traces, and no other variable here counts' },
  {
    variable: 'OTEL_TRACES_EXPORTER',
    default: '',
    text: 'otlp or none. Without it, traces are sent where an endpoint is set',
  },
  {
    variable: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    default: '',
    text: 'Address of the collector; /v1/traces is added to its path',
  },
  {
    variable: 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
    default: 'http://localhost:4318/v1/traces',
    text: 'The whole address for traces, used as it is; the default counts with OTEL_TRACES_EXPORTER=otlp',
  },
  ...otlp('PROTOCOL', 'http/json', `${PROTOCOLS.join(' or ')}; grpc is refused`),
  ...otlp(
    'HEADERS',
    '',
    'Headers as KEY=VALUE with commas between, values percent-encoded; those for traces are added',
  ),
  ...otlp(
    'TIMEOUT',
    '3000',
    'Milliseconds that sending a batch may take; 0: no limit. The specification has 10000 as the default',
  ),
  ...otlp('COMPRESSION', 'none', 'gzip or none'),
  ...otlp('CERTIFICATE', '', 'PEM file of the authorities that are trusted'),
  ...otlp('CLIENT_KEY', '', 'PEM file of the private key, for mutual TLS'),
  ...otlp('CLIENT_CERTIFICATE', '', 'PEM file of the certificate, for mutual TLS'),
  ...otlp('INSECURE', 'false', 'Without effect: it is about gRPC alone'),
  { variable: 'OTEL_EXPORTER_OTLP_SPAN_INSECURE', default: 'false', text: 'Without effect: it is about gRPC alone' },
  { variable: 'OTEL_SERVICE_NAME', default: 'covergraph', text: 'The attribute service.name of the resource' },
  {
    variable: 'OTEL_RESOURCE_ATTRIBUTES',
    default: '',
    text: 'Attributes of the resource as KEY=VALUE with commas between, values percent-encoded',
  },
  {
    variable: 'OTEL_PROPAGATORS',
    default: 'tracecontext,baggage',
    text: 'tracecontext, baggage or none; without tracecontext no trace of a client is continued, and baggage is never read or sent',
  },
  { variable: 'OTEL_TRACES_SAMPLER', default: 'parentbased_always_on', text: SAMPLERS.join(', ') },
  {
    variable: 'OTEL_TRACES_SAMPLER_ARG',
    default: '1',
    text: 'The ratio of traceidratio and parentbased_traceidratio, from 0 to 1',
  },
  { variable: 'OTEL_BSP_SCHEDULE_DELAY', default: '5000', text: 'Milliseconds from one batch to the next' },
  {
    variable: 'OTEL_BSP_EXPORT_TIMEOUT',
    default: '30000',
    text: 'Milliseconds that a batch may take in all; 0: no limit',
  },
  { variable: 'OTEL_BSP_MAX_QUEUE_SIZE', default: '2048', text: 'Spans that wait at most; further ones are dropped' },
  {
    variable: 'OTEL_BSP_MAX_EXPORT_BATCH_SIZE',
    default: '512',
    text: 'Spans of one batch at most; not more than the queue holds',
  },
  { variable: 'OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT', default: 'no limit', text: 'Characters of an attribute' },
  { variable: 'OTEL_ATTRIBUTE_COUNT_LIMIT', default: '128', text: 'Attributes of anything' },
  {
    variable: 'OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT',
    default: 'no limit',
    text: 'Characters of an attribute of a span',
  },
  { variable: 'OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT', default: '128', text: 'Attributes of a span' },
  { variable: 'OTEL_SPAN_EVENT_COUNT_LIMIT', default: '128', text: 'Events of a span; none are made' },
  { variable: 'OTEL_SPAN_LINK_COUNT_LIMIT', default: '128', text: 'Links of a span; none are made' },
  { variable: 'OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT', default: '128', text: 'Attributes of an event' },
  { variable: 'OTEL_LINK_ATTRIBUTE_COUNT_LIMIT', default: '128', text: 'Attributes of a link' },
  {
    variable: 'OTEL_LOG_LEVEL',
    default: 'info',
    text: `What the SDK says of itself in the log: ${DIAGNOSTIC_LEVELS.join(', ')}; LOG_LEVEL counts as well`,
  },
  {
    variable: 'OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS',
    default: METHODS.join(','),
    text: 'Methods that spans name, with commas between; any other is _OTHER',
  },
  {
    variable: 'OTEL_SEMCONV_STABILITY_OPT_IN',
    default: '',
    text: 'Without effect: attributes are the stable ones. An entry that ends with /dup is refused',
  },
];

function otlp(option: string, builtIn: string, text: string): { variable: string; default: string; text: string }[] {
  return ['', 'TRACES_'].map((signal) => ({
    variable: `OTEL_EXPORTER_OTLP_${signal}${option}`,
    default: builtIn,
    text,
  }));
}
