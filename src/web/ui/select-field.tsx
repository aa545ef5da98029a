import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { FieldHead } from './field-head.tsx';
import { FieldProblem } from './field-problem.tsx';

export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** One of a short list. `name` is the path the service knows it by. */
export function SelectField<Value extends string>(props: {
  readonly label: string;
  readonly help?: string;
  readonly name?: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly isRequired?: boolean;
  readonly placeholder?: string;
}) {
  return (
    <Select
      className="field"
      {...(props.name === undefined ? {} : { name: props.name })}
      value={props.value}
      onChange={(key) => {
        if (key !== null) props.onChange(key as Value);
      }}
      isRequired={props.isRequired ?? false}
      {...(props.placeholder === undefined ? {} : { placeholder: props.placeholder })}
    >
      <FieldHead label={props.label} help={props.help} />
      <Button className="select-button">
        <SelectValue />
        <span aria-hidden="true">▾</span>
      </Button>
      <FieldProblem kind="one" />
      <Popover>
        <ListBox items={props.choices.map(({ value, label }) => ({ id: value, label }))}>
          {(item) => <ListBoxItem id={item.id}>{item.label}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  );
}
