import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components';
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
      <Label>{props.label}</Label>
      {props.help !== undefined && (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
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
