import type { ReactNode } from 'react';
import { Label, Text } from 'react-aria-components';

/** What a field is called, and what to know before filling it in, for the field it stands in. */
export function FieldHead({ label, help }: { readonly label: ReactNode; readonly help?: string | undefined }) {
  return (
    <>
      <Label>{label}</Label>
      {help !== undefined && (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
    </>
  );
}
