/** Whatever the document can say, the form shows, once. */
import { allFieldsOf, itemLayouts } from './item-fields.js';
import { planSchema } from './plan-schema.generated.js';
import { type FieldSchema, isItemList } from './schema.js';
import { type Part, sectionOf, sections } from './sections.js';

const schema = planSchema as FieldSchema;
const namesOf = (of: FieldSchema | undefined): string[] => Object.keys(of?.properties ?? {});

/** Every field of the head, and below the groups that sections open. */
function places(of: FieldSchema, above: string[] = []): string[] {
  return Object.entries(of.properties ?? {}).flatMap(([name, field]) => {
    const path = [...above, name];
    const isOpened = field.type === 'object' && parts.some(({ at }) => at.join('.') === path.join('.'));
    return isOpened || path.join('.') === 'patientContext' ? places(field, path) : [path.join('.')];
  });
}
const parts: readonly Part[] = sections.flatMap((section) => section.parts);

describe('the layout of the plan form', () => {
  it('has a place for every field of the document, and only one', () => {
    const shown = parts.flatMap((part) =>
      part.kind === 'list' ? [part.at.join('.')] : part.names.map((name) => [...part.at, name].join('.')),
    );
    expect([...shown].sort()).toEqual(places(schema).sort());
  });

  it.each(Object.entries(itemLayouts))('shows every field of an item of %s', (list, layout) => {
    expect([...allFieldsOf(layout), 'id'].sort()).toEqual(namesOf(itemSchema(list)).sort());
  });

  it('knows the section of any path', () => {
    expect(sectionOf(['medications', 0, 'dose'])).toBe('medications');
    expect(sectionOf(['patientContext', 'workGoal', 'text'])).toBe('goals');
    expect(sectionOf(['stage'])).toBe('stage');
    expect(sectionOf(['patientContext', 'anticoagulation', 'holdDecisions', 0])).toBe('context');
    expect(sectionOf(['safetyNet', 'callWhom', 'number'])).toBe('safety');
  });
});

function itemSchema(list: string): FieldSchema | undefined {
  if (list === 'restrictions') return schema.properties?.['rehab']?.items?.properties?.['restrictions']?.items;
  const field = schema.properties?.[list] ?? schema.properties?.['patientContext']?.properties?.[list];
  return field && isItemList(field) ? field.items : undefined;
}
