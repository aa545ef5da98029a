import type { ReactNode } from 'react';
import { Button } from './button.tsx';

/** A small button for each value, to be put in a group with a name; the one that is chosen is pressed. */
export function ChoiceButtons<Value extends string>(props: {
  readonly values: readonly Value[];
  readonly chosen: Value | null;
  readonly onChoose: (value: Value) => void;
  /** What is on a value's button. */
  readonly children: (value: Value, index: number) => ReactNode;
}) {
  return props.values.map((value, index) => (
    <Button
      key={value}
      isSmall
      kind={value === props.chosen ? 'primary' : 'plain'}
      aria-pressed={value === props.chosen}
      onPress={() => {
        props.onChoose(value);
      }}
    >
      {props.children(value, index)}
    </Button>
  ));
}
