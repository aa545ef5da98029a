import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'className'> {
  readonly kind?: 'primary' | 'plain' | 'danger' | 'quiet';
  readonly isSmall?: boolean;
}

/** The one button. `isPending` keeps its focus while something runs, and says so. */
export function Button({ kind = 'plain', isSmall = false, ...props }: ButtonProps) {
  return <AriaButton {...props} className={`button ${kind}${isSmall ? ' small' : ''}`} />;
}
