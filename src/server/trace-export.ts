/** How spans are sent, by the settings of OpenTelemetry, and what the log says where they are lost. */
import { diag, type DiagLogger, DiagLogLevel } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode, setGlobalErrorHandler } from '@opentelemetry/core';
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { CompressionAlgorithm } from '@opentelemetry/otlp-exporter-base';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  type ReadableSpan,
  type Sampler,
  type SpanExporter,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import type { DiagnosticLevel, TracingSettings } from '../config/telemetry.ts';
import type { ServerLogger } from './logger.ts';

type Events = Pick<ServerLogger, 'event'>;

/** A provider that samples, limits, batches and sends as the settings say; everything is said, so no variable is read. */
export function createProvider(settings: TracingSettings, log: Events): BasicTracerProvider {
  const { batch, limits, resource } = settings;
  const losses = createLossReporter(log, () => performance.now());
  setGlobalErrorHandler(() => undefined); // a failed batch is reported by the exporter below, once and not for each
  diag.setLogger(diagnostics(log), { logLevel: diagnosticLevels[settings.diagnostics], suppressOverrideMessage: true });
  return new BasicTracerProvider({
    resource: resourceFromAttributes({ ...resource }),
    sampler: samplerOf(settings),
    generalLimits: { attributeValueLengthLimit: limits.attributeLength, attributeCountLimit: limits.attributes },
    spanLimits: {
      attributeValueLengthLimit: limits.attributeLength,
      attributeCountLimit: limits.attributes,
      eventCountLimit: limits.events,
      linkCountLimit: limits.links,
      attributePerEventCountLimit: limits.attributesOfEvent,
      attributePerLinkCountLimit: limits.attributesOfLink,
    },
    spanProcessors: [
      new BatchSpanProcessor(reporting(exporterOf(settings), losses), {
        scheduledDelayMillis: batch.delay,
        exportTimeoutMillis: batch.exportTimeout,
        maxQueueSize: batch.queueSize,
        maxExportBatchSize: batch.batchSize,
      }),
    ],
  });
}

function exporterOf(settings: TracingSettings): SpanExporter {
  const { url, headers, timeout, compression, certificate, clientKey, clientCertificate } = settings;
  const options = {
    url,
    headers: { ...headers },
    timeoutMillis: timeout,
    compression: compression === 'gzip' ? CompressionAlgorithm.GZIP : CompressionAlgorithm.NONE,
    httpAgentOptions: {
      keepAlive: true,
      ...(certificate === null ? {} : { ca: certificate }),
      ...(clientKey === null || clientCertificate === null ? {} : { key: clientKey, cert: clientCertificate }),
    },
  };
  return settings.protocol === 'http/json' ? new JsonExporter(options) : new ProtobufExporter(options);
}

function samplerOf({ sampler, ratio }: TracingSettings): Sampler {
  const root = {
    always_on: () => new AlwaysOnSampler(),
    always_off: () => new AlwaysOffSampler(),
    traceidratio: () => new TraceIdRatioBasedSampler(ratio),
  };
  const [, parentBased, name = 'always_on'] =
    /^(parentbased_)?(always_on|always_off|traceidratio)$/.exec(sampler) ?? [];
  const own = root[name as keyof typeof root]();
  return parentBased === undefined ? own : new ParentBasedSampler({ root: own });
}

export interface LossReporter {
  readonly failed: (spans: number, reason: string) => void;
  readonly sent: () => void;
  /** Logs the losses that were not logged yet. */
  readonly ended: () => void;
}

const minute = 60_000;
const longestSilence = 60 * minute;

/**
 * Logs the first loss at once, then how many were lost after one minute, two, four and so on up to an hour, and one line
 * once sending works again. `clock` is in milliseconds.
 */
export function createLossReporter(log: Events, clock: () => number): LossReporter {
  let lost = 0;
  let total = 0;
  let silence = minute;
  let quietUntil = -Infinity;
  return {
    failed: (spans, reason) => {
      lost += spans;
      total += spans;
      if (clock() < quietUntil) return;
      if (quietUntil > -Infinity) silence = Math.min(silence * 2, longestSilence);
      quietUntil = clock() + silence;
      log.event('traces.lost', { spans: lost, reason: reason.slice(0, longestReason) }, 'warn');
      lost = 0;
    },
    sent: () => {
      if (total > 0) log.event('traces.sent_again', { lostSpans: total }, 'warn');
      [lost, total, silence, quietUntil] = [0, 0, minute, -Infinity];
    },
    ended: () => {
      if (lost > 0) log.event('traces.lost', { spans: lost, reason: 'the server stopped' }, 'warn');
      lost = 0;
    },
  };
}

const longestReason = 200;

/** Passes everything on, and reports each batch that was sent or lost. */
function reporting(exporter: SpanExporter, losses: LossReporter): SpanExporter {
  return {
    export: (spans: ReadableSpan[], done: (result: ExportResult) => void) => {
      exporter.export(spans, (result) => {
        if (result.code === ExportResultCode.SUCCESS) losses.sent();
        else losses.failed(spans.length, reasonOf(result.error));
        done(result);
      });
    },
    shutdown: () => {
      losses.ended();
      return exporter.shutdown();
    },
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
  };
}

/** Of an error of the collector its status; its text may hold anything. */
function reasonOf(error: Error | undefined): string {
  if (error === undefined) return 'unknown';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'number') return `the collector answered ${String(code)}`;
  const cause = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  return cause instanceof Error ? cause.message : 'unknown';
}

const diagnosticLevels: Readonly<Record<DiagnosticLevel, DiagLogLevel>> = {
  none: DiagLogLevel.NONE,
  error: DiagLogLevel.ERROR,
  warn: DiagLogLevel.WARN,
  info: DiagLogLevel.INFO,
  debug: DiagLogLevel.DEBUG,
  verbose: DiagLogLevel.VERBOSE,
  all: DiagLogLevel.ALL,
};

/** What the SDK says of itself, as lines of the log: errors and warnings as warnings, the rest as information. */
function diagnostics(log: Events): DiagLogger {
  const write =
    (sdkLevel: string, level: 'info' | 'warn') =>
    (...said: unknown[]) => {
      const texts = said
        .map((each) => (each instanceof Error ? each.message : each))
        .filter((each) => typeof each === 'string');
      log.event('telemetry.message', { sdkLevel, message: texts.join(': ').slice(0, longestReason) }, level);
    };
  return {
    error: write('error', 'warn'),
    warn: write('warn', 'warn'),
    info: write('info', 'info'),
    debug: write('debug', 'info'),
    verbose: write('verbose', 'info'),
  };
}
