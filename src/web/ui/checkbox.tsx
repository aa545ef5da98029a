import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components';

/** A tick, with its words beside it. */
export function Checkbox({
  children,
  ...props
}: Omit<CheckboxFieldProps, 'children' | 'className'> & { readonly children: ReactNode }) {
  return (
    <CheckboxField {...props}>
      <CheckboxButton className="tick">
        <span className="check-box" aria-hidden="true" />
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}
