import { partnerId } from '#contracts';
import { slugOf } from './partner-slug.js';

describe('slugOf', () => {
  it.each([
    ['PT-North', 'pt-north'],
    ['Women’s Health', 'womens-health'],
    ['  Clínica San José (2) ', 'clinica-san-jose-2'],
    [`${'a'.repeat(62)} b`, 'a'.repeat(62)],
  ])('makes of %j the partner id %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(partnerId.safeParse(slug).success).toBe(true);
  });

  it('finds nothing in a name without Latin letters or digits', () => {
    expect(slugOf('疼痛中心')).toBe('');
  });
});
