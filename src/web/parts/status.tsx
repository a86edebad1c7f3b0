/** A status as a word with an icon, so that it does not depend on color alone. */
import type { CoverageStatus } from '../generated/graphql.ts';
import { statusWords } from '../words.ts';

/** The icon of each status, as an SVG path in a box of 24 by 24; they differ in shape, not only in color. */
const shapes: Readonly<Record<CoverageStatus, string>> = {
  COVERED: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.6L6 12.2l1.6-1.6 2.8 2.8 6-6L18 9l-7.6 7.6Z',
  CONDITIONAL: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.4v15.2a7.6 7.6 0 0 1 0-15.2Z',
  MAY_BE_COVERED:
    'M12 1 23 12 12 23 1 12 12 1Zm0 3.4L4.4 12l7.6 7.6 7.6-7.6L12 4.4ZM10.9 15l-3.3-3.3L9 10.3l1.9 1.9 4.1-4.1 1.4 1.4L10.9 15Z',
  CONFLICTING: 'M2 4l9 8-9 8V4Zm20 0v16l-9-8 9-8Z',
  NOT_STATED:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 2.2a7.8 7.8 0 1 1 0 15.6 7.8 7.8 0 0 1 0-15.6ZM11 16h2v2h-2v-2Zm1-10c2.2 0 3.8 1.4 3.8 3.4 0 2.6-2.8 2.8-2.8 5h-2c0-3.2 2.7-3.4 2.7-5 0-.9-.7-1.5-1.7-1.5s-1.8.7-1.8 1.8h-2C8.2 7.5 9.8 6 12 6Z',
  MAY_BE_EXCLUDED: 'M12 1 23 12 12 23 1 12 12 1Zm0 3.4L4.4 12l7.6 7.6 7.6-7.6L12 4.4ZM7.5 11h9v2h-9v-2Z',
  NOT_COVERED:
    'M7.8 2h8.4L22 7.8v8.4L16.2 22H7.8L2 16.2V7.8L7.8 2Zm8.6 7.2-1.6-1.6L12 10.4 9.2 7.6 7.6 9.2l2.8 2.8-2.8 2.8 1.6 1.6 2.8-2.8 2.8 2.8 1.6-1.6-2.8-2.8 2.8-2.8Z',
};

export function StatusShape({ status }: { readonly status: CoverageStatus }) {
  return (
    <svg class="shape" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[status]} fill-rule="evenodd" />
    </svg>
  );
}

export function Status({
  status,
  size = 'small',
}: {
  readonly status: CoverageStatus;
  readonly size?: 'small' | 'large';
}) {
  return (
    <span class={`status ${size}`} data-status={status}>
      <StatusShape status={status} />
      {statusWords[status]}
    </span>
  );
}
