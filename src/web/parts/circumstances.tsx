/** Where and when the care is given. Closed at first, because most questions are about care at home, today. */
import { useId, useState } from 'preact/hooks';
import type { Case } from '../address.ts';
import { useEveryPlace } from '../names.ts';
import { Problems } from './problems.tsx';

export function Circumstances({
  known,
  on,
  onCaseChange,
}: {
  readonly known: Case;
  readonly on: string;
  readonly onCaseChange: (known: Case) => void;
}) {
  const isNarrowed = known.territory !== null || known.on !== null;
  const [isOpen, setOpen] = useState(isNarrowed);
  const { items: places, problems } = useEveryPlace(isOpen);
  const [place, day] = [useId(), useId()];
  return (
    <details
      class="circumstances"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>Where and when</summary>
      <p>
        <label for={place}>Where is the care?</label>
        <select
          id={place}
          value={known.territory ?? ''}
          onChange={({ currentTarget: { value } }) => {
            onCaseChange({ ...known, territory: value === '' ? null : value });
          }}
        >
          <option value="">In the plan’s home area</option>
          <option value="ZZ">Another country (any)</option>
          {known.territory !== null &&
            known.territory !== 'ZZ' &&
            !places.some(({ code }) => code === known.territory) && (
              <option value={known.territory}>{known.territory}</option>
            )}
          {places.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <Problems problems={problems} isAside />
      <p>
        <label for={day}>When is the care?</label>
        <input
          id={day}
          type="date"
          value={known.on ?? on}
          onChange={({ currentTarget: { value } }) => {
            onCaseChange({ ...known, on: value === '' ? null : value });
          }}
        />
      </p>
      {isNarrowed && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            onCaseChange({ ...known, territory: null, on: null });
          }}
        >
          Home area, today
        </button>
      )}
    </details>
  );
}
