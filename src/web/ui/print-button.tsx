import { Button, type ButtonProps } from './button.tsx';

/** Prints the page as it is. */
export function PrintButton(props: Omit<ButtonProps, 'onPress'>) {
  return (
    <Button
      {...props}
      onPress={() => {
        window.print();
      }}
    />
  );
}
