import { RadioButton, RadioField as RadioChoice, RadioGroup } from 'react-aria-components';
import { FieldHead } from './field-head.tsx';
import { FieldProblem } from './field-problem.tsx';
import type { Choice } from './select-field.tsx';

/** One of a few, all in view. */
export function RadioField<Value extends string>(props: {
  readonly label: string;
  readonly help?: string;
  readonly name?: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isRequired?: boolean;
}) {
  return (
    <RadioGroup
      className="field"
      {...(props.name === undefined ? {} : { name: props.name })}
      value={props.value}
      onChange={(value) => {
        props.onChange(value as Value);
      }}
      isRequired={props.isRequired ?? false}
    >
      <FieldHead label={props.label} help={props.help} />
      {props.choices.map(({ value, label }) => (
        <RadioChoice key={value} value={value}>
          <RadioButton className="tick">
            <span className="radio-dot" aria-hidden="true" />
            <span>{label}</span>
          </RadioButton>
        </RadioChoice>
      ))}
      <FieldProblem kind="one" />
    </RadioGroup>
  );
}
