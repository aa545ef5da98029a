import { CheckboxGroup } from 'react-aria-components';
import { FieldHead } from './field-head.tsx';
import { FieldProblem } from './field-problem.tsx';
import { Checkbox } from './checkbox.tsx';
import type { Choice } from './select-field.tsx';

/** Some of a short list. */
export function CheckboxGroupField<Value extends string>(props: {
  readonly label: string;
  readonly help?: string;
  readonly name?: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: readonly Value[];
  readonly onChange: (value: Value[]) => void;
  readonly isRequired?: boolean;
}) {
  return (
    <CheckboxGroup
      className="field"
      {...(props.name === undefined ? {} : { name: props.name })}
      value={[...props.value]}
      onChange={(value) => {
        props.onChange(value as Value[]);
      }}
      isRequired={props.isRequired ?? false}
    >
      <FieldHead label={props.label} help={props.help} />
      {props.choices.map(({ value, label }) => (
        <Checkbox key={value} value={value}>
          {label}
        </Checkbox>
      ))}
      <FieldProblem kind="several" />
    </CheckboxGroup>
  );
}
