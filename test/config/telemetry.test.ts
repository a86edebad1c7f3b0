/** The variables of OpenTelemetry: each is used as specified, has no effect by its specification, or stops the start. */
import { describe, expect, test } from 'vitest';
import { TELEMETRY_VARIABLES, tracingTo } from '../../src/config/telemetry.ts';
import { problems, read } from './around.ts';

const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
const tracing = async (env: Record<string, string>, files: Record<string, string> = {}) => {
  const { settings, problems: wrong } = await read({}, { ...endpoint, ...env }, files);
  expect(wrong).toBeUndefined();
  return settings?.tracesTo;
};

test('with nothing but an endpoint: the defaults of the specification, but for a shorter time and JSON', async () => {
  expect(await tracing({})).toEqual({
    url: 'http://collector:4318/v1/traces',
    protocol: 'http/json',
    headers: {},
    timeout: 3_000,
    compression: 'none',
    certificate: null,
    clientKey: null,
    clientCertificate: null,
    resource: { 'service.name': 'covergraph' },
    continuesTraces: true,
    sampler: 'parentbased_always_on',
    ratio: 1,
    batch: { delay: 5_000, exportTimeout: 30_000, queueSize: 2_048, batchSize: 512 },
    limits: {
      attributeLength: Infinity,
      attributes: 128,
      events: 128,
      links: 128,
      attributesOfEvent: 128,
      attributesOfLink: 128,
    },
    diagnostics: 'info',
    methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'],
  });
  expect(tracingTo('http://collector:4318')).toEqual(await tracing({}));
});

describe('whether anything is sent', () => {
  test.each([
    [{}, null],
    [{ OTEL_SERVICE_NAME: 'a' }, null],
    [{ OTEL_TRACES_EXPORTER: 'otlp' }, 'http://localhost:4318/v1/traces'],
    [{ OTEL_TRACES_EXPORTER: 'OTLP', ...endpoint }, 'http://collector:4318/v1/traces'],
    [{ OTEL_TRACES_EXPORTER: 'none', ...endpoint }, null],
    [{ OTEL_SDK_DISABLED: 'true', ...endpoint }, null],
    [{ OTEL_SDK_DISABLED: 'TRUE', OTEL_BSP_SCHEDULE_DELAY: 'x', OTEL_LOGS_EXPORTER: 'otlp', ...endpoint }, null],
    [{ OTEL_SDK_DISABLED: 'false', ...endpoint }, 'http://collector:4318/v1/traces'],
    [{ OTEL_SDK_DISABLED: '', ...endpoint }, 'http://collector:4318/v1/traces'],
  ] as const)('%j: %s', async (env, url) => {
    const { settings, problems: wrong } = await read({}, { ...env });
    expect(wrong).toBeUndefined();
    expect((settings?.tracesTo as { url: string } | null)?.url ?? null).toBe(url);
  });

  test.each([
    ['http://c:4318/', 'http://c:4318/v1/traces'],
    ['http://c:4318/a/b', 'http://c:4318/a/b/v1/traces'],
    ['http://c:4318/a/b//', 'http://c:4318/a/b/v1/traces'],
    ['HTTPS://c', 'https://c/v1/traces'],
    ['https://c/otlp?key=1', 'https://c/otlp/v1/traces?key=1'],
  ])('the path of traces is added to %s', async (text, url) => {
    expect(await tracing({ OTEL_EXPORTER_OTLP_ENDPOINT: text })).toMatchObject({ url });
  });

  test.each([
    ['http://t:4318/own/path', 'http://t:4318/own/path'],
    ['http://t:4318', 'http://t:4318/'],
    ['http://t:4318/v1/traces/', 'http://t:4318/v1/traces/'],
  ])('the address of traces is used as it is: %s', async (text, url) => {
    expect(await tracing({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: text })).toMatchObject({ url });
  });
});

const pem = '-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----\n';
describe('each is used', () => {
  test.each<[Record<string, string>, object]>([
    [{ OTEL_SERVICE_NAME: 'a b' }, { resource: { 'service.name': 'a b' } }],
    [
      { OTEL_RESOURCE_ATTRIBUTES: 'service.name=r, region=eu%2Cwest,k=a=b' },
      { resource: { 'service.name': 'r', region: 'eu,west', k: 'a=b' } },
    ],
    [
      { OTEL_RESOURCE_ATTRIBUTES: 'service.name=r,x=1', OTEL_SERVICE_NAME: 's' },
      { resource: { 'service.name': 's', x: '1' } },
    ],
    [{ OTEL_PROPAGATORS: 'tracecontext' }, { continuesTraces: true }],
    [{ OTEL_PROPAGATORS: 'TraceContext,baggage,tracecontext' }, { continuesTraces: true }],
    [{ OTEL_PROPAGATORS: 'baggage' }, { continuesTraces: false }],
    [{ OTEL_PROPAGATORS: 'none' }, { continuesTraces: false }],
    ...['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off'].map(
      (sampler): [Record<string, string>, object] => [{ OTEL_TRACES_SAMPLER: sampler }, { sampler, ratio: 1 }],
    ),
    [
      { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' },
      { sampler: 'parentbased_traceidratio', ratio: 0.25 },
    ],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0' }, { ratio: 0 }],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '1e-3' }, { ratio: 0.001 }],
    [{ OTEL_TRACES_SAMPLER_ARG: '0.5' }, { sampler: 'parentbased_always_on', ratio: 1 }],
    [
      { OTEL_BSP_SCHEDULE_DELAY: '1', OTEL_BSP_EXPORT_TIMEOUT: '0', OTEL_BSP_MAX_QUEUE_SIZE: '10' },
      { batch: { delay: 1, exportTimeout: 2_147_483_647, queueSize: 10, batchSize: 10 } },
    ],
    [{ OTEL_BSP_MAX_EXPORT_BATCH_SIZE: '2048' }, { batch: { batchSize: 2_048 } }],
    [
      { OTEL_ATTRIBUTE_VALUE_LENGTH_LIMIT: '5', OTEL_ATTRIBUTE_COUNT_LIMIT: '6' },
      { limits: { attributeLength: 5, attributes: 6, attributesOfEvent: 6, attributesOfLink: 6, events: 128 } },
    ],
    [
      {
        OTEL_ATTRIBUTE_COUNT_LIMIT: '6',
        OTEL_SPAN_ATTRIBUTE_COUNT_LIMIT: '7',
        OTEL_SPAN_ATTRIBUTE_VALUE_LENGTH_LIMIT: '8',
        OTEL_SPAN_EVENT_COUNT_LIMIT: '0',
        OTEL_SPAN_LINK_COUNT_LIMIT: '9',
        OTEL_EVENT_ATTRIBUTE_COUNT_LIMIT: '10',
        OTEL_LINK_ATTRIBUTE_COUNT_LIMIT: '11',
      },
      {
        limits: {
          attributeLength: 8,
          attributes: 7,
          events: 0,
          links: 9,
          attributesOfEvent: 10,
          attributesOfLink: 11,
        },
      },
    ],
    [{ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }, { protocol: 'http/protobuf' }],
    [
      { OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf', OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: 'http/json' },
      { protocol: 'http/json' },
    ],
    [
      { OTEL_EXPORTER_OTLP_HEADERS: 'a=1,b=two%20words', OTEL_EXPORTER_OTLP_TRACES_HEADERS: 'b=3' },
      { headers: { a: '1', b: '3' } },
    ],
    [{ OTEL_EXPORTER_OTLP_TIMEOUT: '5', OTEL_EXPORTER_OTLP_TRACES_TIMEOUT: '6' }, { timeout: 6 }],
    [{ OTEL_EXPORTER_OTLP_TIMEOUT: '0' }, { timeout: 2_147_483_647 }],
    [{ OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip' }, { compression: 'gzip' }],
    [
      { OTEL_EXPORTER_OTLP_COMPRESSION: 'gzip', OTEL_EXPORTER_OTLP_TRACES_COMPRESSION: 'none' },
      { compression: 'none' },
    ],
    [{ OTEL_EXPORTER_OTLP_CERTIFICATE: 'pem' }, { certificate: pem }],
    [
      { OTEL_EXPORTER_OTLP_CLIENT_KEY: 'pem', OTEL_EXPORTER_OTLP_TRACES_CLIENT_CERTIFICATE: 'pem' },
      { clientKey: pem, clientCertificate: pem },
    ],
    [{ OTEL_LOG_LEVEL: 'DEBUG' }, { diagnostics: 'debug' }],
    [{ OTEL_INSTRUMENTATION_HTTP_KNOWN_METHODS: 'GET, QUERY' }, { methods: ['GET', 'QUERY'] }],
    // Without effect, by their specification or because the signal is off.
    [{ OTEL_EXPORTER_OTLP_INSECURE: 'true', OTEL_EXPORTER_OTLP_TRACES_INSECURE: 'False' }, {}],
    [{ OTEL_METRICS_EXPORTER: 'none', OTEL_METRIC_EXPORT_INTERVAL: '5', OTEL_EXPORTER_OTLP_METRICS_ENDPOINT: 'x' }, {}],
    [{ OTEL_LOGS_EXPORTER: 'none', OTEL_BLRP_MAX_QUEUE_SIZE: '5', OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT: '6' }, {}],
    [{ OTEL_SEMCONV_STABILITY_OPT_IN: 'http,database' }, {}],
    [{ OTEL_PYTHON_EXCLUDED_URLS: 'x', OTEL_NODE_RESOURCE_DETECTORS: 'all' }, {}],
  ])('%j', async (env, expected) => {
    expect(await tracing(env, { pem })).toMatchObject(expected);
  });

  test('every variable of the table that is used makes a difference here, or is named as without effect', async () => {
    const bare = JSON.stringify(await tracing({}));
    const values = [
      'true',
      'none',
      'pem',
      '1',
      '0.5',
      'a=1',
      'baggage',
      'gzip',
      'http/protobuf',
      'always_off',
      'debug',
      'http://x/y',
    ];
    const idle: string[] = [];
    for (const { variable } of TELEMETRY_VARIABLES) {
      const pairs: Record<string, string>[] = [{}, { OTEL_TRACES_SAMPLER: 'traceidratio' }];
      const other = variable.includes('CLIENT_KEY')
        ? { OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: 'pem' }
        : { OTEL_EXPORTER_OTLP_CLIENT_KEY: 'pem' };
      if (variable.includes('CLIENT_')) pairs.push(other);
      const results = await Promise.all(
        values.flatMap((value) => pairs.map((more) => read({}, { ...endpoint, ...more, [variable]: value }, { pem }))),
      );
      const beforehand = await Promise.all(pairs.map((more) => read({}, { ...endpoint, ...more }, { pem })));
      const known = new Set([bare, ...beforehand.map(({ settings }) => JSON.stringify(settings?.tracesTo))]);
      const isUsed = results.some(
        ({ settings }) => settings !== undefined && !known.has(JSON.stringify(settings.tracesTo)),
      );
      if (!isUsed) idle.push(variable);
    }
    expect(idle).toEqual([
      'OTEL_EXPORTER_OTLP_INSECURE',
      'OTEL_EXPORTER_OTLP_TRACES_INSECURE',
      'OTEL_EXPORTER_OTLP_SPAN_INSECURE',
      'OTEL_SEMCONV_STABILITY_OPT_IN',
    ]);
  });
});

describe('a value that is invalid or not supported stops the start', () => {
  test.each([
    ['OTEL_SDK_DISABLED', '1', /^OTEL_SDK_DISABLED is "1", which is not true or false/],
    ['OTEL_SDK_DISABLED', 'yes', /use one of true, false/],
    ['OTEL_EXPORTER_OTLP_INSECURE', 'yes', /use one of true, false/],
    ['OTEL_TRACES_EXPORTER', 'console', /is "console", which is not an exporter/],
    ['OTEL_TRACES_EXPORTER', 'zipkin', /use one of otlp, none/],
    ['OTEL_TRACES_EXPORTER', 'otpl', /did you mean "otlp"\?/],
    ['OTEL_TRACES_EXPORTER', 'otlp,console', /use one of otlp, none/],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc', /use one of http\/json, http\/protobuf/],
    ['OTEL_EXPORTER_OTLP_TRACES_PROTOCOL', 'grpc', /^OTEL_EXPORTER_OTLP_TRACES_PROTOCOL is "grpc"/],
    ['OTEL_EXPORTER_OTLP_COMPRESSION', 'deflate', /use one of gzip, none/],
    ['OTEL_EXPORTER_OTLP_TIMEOUT', '10s', /is "10s", which is not a number of milliseconds/],
    ['OTEL_EXPORTER_OTLP_TIMEOUT', '-1', /whole number from 0/],
    ['OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'grpc://x', /which is not an address of a collector/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://', /which is not an address of a collector/],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://a:b@c', /put them into OTEL_EXPORTER_OTLP_HEADERS/],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a', /list of KEY=VALUE/],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a b=c', /list of KEY=VALUE/],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%0A', /list of KEY=VALUE/],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%zz', /list of KEY=VALUE/],
    ['OTEL_RESOURCE_ATTRIBUTES', '=a', /list of KEY=VALUE/],
    ['OTEL_EXPORTER_OTLP_CERTIFICATE', 'nowhere', /names "nowhere", which cannot be read/],
    ['OTEL_EXPORTER_OTLP_CLIENT_KEY', 'text', /names "text", which is not in PEM format/],
    ['OTEL_EXPORTER_OTLP_CLIENT_KEY', 'pem', /belong together/],
    ['OTEL_PROPAGATORS', 'b3', /has "b3", which is not a propagator/],
    ['OTEL_PROPAGATORS', 'tracecontext,jaeger', /has "jaeger"/],
    ['OTEL_PROPAGATORS', 'trace-context', /did you mean "tracecontext"\?/],
    ['OTEL_PROPAGATORS', 'none,baggage', /none alone/],
    ['OTEL_TRACES_SAMPLER', 'jaeger_remote', /which is not a sampler/],
    ['OTEL_TRACES_SAMPLER', 'xray', /which is not a sampler/],
    ['OTEL_TRACES_SAMPLER', 'always-on', /did you mean "always_on"\?/],
    ['OTEL_BSP_MAX_QUEUE_SIZE', '0', /whole number from 1/],
    ['OTEL_BSP_MAX_EXPORT_BATCH_SIZE', '2049', /more than the queue holds: use at most 2048/],
    ['OTEL_BSP_SCHEDULE_DELAY', '2147483648', /whole number from 0 to 2147483647/],
    ['OTEL_SPAN_EVENT_COUNT_LIMIT', 'many', /which is not a limit/],
    ['OTEL_ATTRIBUTE_COUNT_LIMIT', '-5', /which is not a limit/],
    ['OTEL_LOG_LEVEL', 'loud', /which is not a level/],
    ['OTEL_CONFIG_FILE', 'a.yaml', /declarative configuration is not supported/],
    ['OTEL_EXPERIMENTAL_CONFIG_FILE', 'a.yaml', /declarative configuration is not supported/],
    ['OTEL_ENTITIES', 'service{a=b}', /use OTEL_RESOURCE_ATTRIBUTES/],
    ['OTEL_METRICS_EXPORTER', 'otlp', /let Prometheus read \/metrics/],
    ['OTEL_METRICS_EXPORTER', 'prometheus', /let Prometheus read \/metrics/],
    ['OTEL_METRICS_EXEMPLAR_FILTER', 'always_on', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_METRIC_EXPORT_INTERVAL', '5', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_METRIC_EXPORT_TIMEOUT', '5', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_EXPORTER_OTLP_METRICS_ENDPOINT', 'http://x', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE', 'delta', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_EXPORTER_PROMETHEUS_PORT', '9464', /OTEL_METRICS_EXPORTER=none/],
    ['OTEL_LOGS_EXPORTER', 'otlp', /collect standard error/],
    ['OTEL_BLRP_SCHEDULE_DELAY', '5', /OTEL_LOGS_EXPORTER=none/],
    ['OTEL_LOGRECORD_ATTRIBUTE_COUNT_LIMIT', '5', /OTEL_LOGS_EXPORTER=none/],
    ['OTEL_EXPORTER_OTLP_LOGS_HEADERS', 'a=b', /OTEL_LOGS_EXPORTER=none/],
    ['OTEL_EXPORTER_ZIPKIN_ENDPOINT', 'http://x', /traces are sent by OTLP alone/],
    ['OTEL_EXPORTER_ZIPKIN_TIMEOUT', '5', /traces are sent by OTLP alone/],
    ['OTEL_EXPORTER_JAEGER_ENDPOINT', 'http://x', /traces are sent by OTLP alone/],
    ['OTEL_SEMCONV_STABILITY_OPT_IN', 'http/dup', /use "http"/],
    ['OTEL_EXPORTER_OTLP_ENPOINT', 'http://x', /did you mean "OTEL_EXPORTER_OTLP_ENDPOINT"\?/],
    ['OTEL_SERVICENAME', 'x', /did you mean "OTEL_SERVICE_NAME"\?/],
  ])('%s=%s', async (name, value, sentence) => {
    const wrong = await problems({}, { [name]: value }, { pem, text: 'hello' });
    expect(wrong).toEqual([expect.stringMatching(sentence)]);
    expect(wrong[0]).toMatch(new RegExp(`^${name} `));
  });

  test('the ratio of a sampler', async () => {
    for (const text of ['half', '-0.1', '1.1', '50%', '1/2', 'NaN', ''])
      expect([
        text,
        (await problems({}, { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: text })).length,
      ]).toEqual([text, text === '' ? 0 : 1]);
  });

  test('all of them at once, with every other setting that is wrong', async () => {
    const wrong = await problems(
      { port: 'x' },
      { OTEL_BSP_SCHEDULE_DELAY: 'x', OTEL_LOG_LEVEL: 'x', OTEL_LOGS_EXPORTER: 'x', OTEL_PROPAGATORS: 'x' },
    );
    expect(wrong.map((line) => line.split(' ')[0]).sort()).toEqual(
      ['--port', 'OTEL_BSP_SCHEDULE_DELAY', 'OTEL_LOGS_EXPORTER', 'OTEL_LOG_LEVEL', 'OTEL_PROPAGATORS'].sort(),
    );
  });
});
