/** Where and when the care is given. Closed at first, because most questions are about care at home, today. */
import { useId, useState } from 'preact/hooks';
import type { Case } from '../address.ts';
import { useEveryPlace } from '../names.ts';

export function Circumstances({
  known,
  on,
  onSay,
}: {
  readonly known: Case;
  readonly on: string;
  readonly onSay: (known: Case) => void;
}) {
  const isNarrowed = known.territory !== null || known.on !== null;
  const [isOpen, setOpen] = useState(isNarrowed);
  const places = useEveryPlace(isOpen);
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
        <label for={place}>Place of the care</label>
        <select
          id={place}
          value={known.territory ?? ''}
          onChange={({ currentTarget: { value } }) => {
            onSay({ ...known, territory: value === '' ? null : value });
          }}
        >
          <option value="">At home</option>
          <option value="ZZ">Abroad, country not said</option>
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
      <p>
        <label for={day}>Day of the care</label>
        <input
          id={day}
          type="date"
          value={known.on ?? on}
          onChange={({ currentTarget: { value } }) => {
            onSay({ ...known, on: value === '' ? null : value });
          }}
        />
      </p>
      {isNarrowed && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            onSay({ ...known, territory: null, on: null });
          }}
        >
          At home, today
        </button>
      )}
    </details>
  );
}
