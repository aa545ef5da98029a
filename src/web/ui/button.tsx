import type { ReactNode } from 'react';
import { Button as AriaButton, ProgressBar, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { useStrings } from '../strings/use-strings.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'children'> {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}

/** The one button. `isPending` keeps its focus while something runs, and says so. */
export function Button({ kind = 'plain', isSmall = false, children, ...props }: ButtonProps) {
  const { common } = useStrings();
  return (
    <AriaButton {...props} className={`button ${kind}${isSmall ? ' small' : ''}`}>
      {children}
      {props.isPending === true && <ProgressBar isIndeterminate aria-label={common.working} className="button-busy" />}
    </AriaButton>
  );
}
