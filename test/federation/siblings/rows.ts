/** What the siblings know. The people are numbers; no key that leaves here has one in it. */
import { sdlOf, type Sibling } from './sibling.ts';

const planOf = (slug: unknown) => ({ __typename: 'Plan', slug });
const caseOf = (key: string) => ({ __typename: 'CoverageCase', key });

const MEMBERS = new Map([
  [
    '1',
    {
      id: '1',
      plan: planOf('tricare-prime'),
      planned: [
        {
          service: { slug: 'massage-therapy' },
          case: caseOf('tricare-prime +prescribed +part-of-physical-therapy-program'),
        },
      ],
    },
  ],
  [
    '2',
    {
      id: '2',
      plan: planOf('tricare-prime'),
      planned: [{ service: { slug: 'massage-therapy' }, case: caseOf('tricare-prime -prescribed') }],
    },
  ],
  [
    '3',
    {
      id: '3',
      plan: planOf('tricare-prime'),
      planned: [{ service: { slug: 'massage-therapy' }, case: caseOf('tricare-prime +prescribd') }],
    },
  ],
]);

export const members: Sibling = {
  name: 'members',
  sdl: sdlOf('members'),
  fields: {
    Query: { member: (_, { id }) => MEMBERS.get(String(id)) ?? null },
    Plan: { memberCount: ({ slug }) => [...MEMBERS.values()].filter(({ plan }) => plan.slug === slug).length },
  },
  entity: { Member: ({ id }) => MEMBERS.get(String(id)) ?? null },
};

const CLAIMS = [{ id: 'a', member: '1', units: 2, billingCode: { system: 'CPT', code: '97124' } }];

export const claims: Sibling = {
  name: 'claims',
  sdl: sdlOf('claims'),
  fields: {
    Member: { claims: ({ id }) => CLAIMS.filter(({ member }) => member === id) },
    BillingCode: {
      claims: ({ system, code }) =>
        CLAIMS.filter(({ billingCode }) => billingCode.system === system && billingCode.code === code),
    },
  },
};

const PROVIDERS = [{ id: 'p', name: 'Harbor Physical Therapy', networks: [planOf('tricare-prime')] }];

export const directory: Sibling = {
  name: 'directory',
  sdl: sdlOf('directory'),
  fields: {
    Plan: { network: ({ slug }) => PROVIDERS.filter(({ networks }) => networks.some((plan) => plan.slug === slug)) },
  },
  entity: { Provider: ({ id }) => PROVIDERS.find((provider) => provider.id === id) ?? null },
};

export const orders: Sibling = {
  name: 'orders',
  sdl: sdlOf('orders'),
  fields: { Query: { visit: (_, { id }) => ({ id, planSlug: 'tricare-prime', isPrescribed: true }) } },
  entity: { Visit: ({ id }) => ({ id, planSlug: 'tricare-prime', isPrescribed: true }) },
};

export const clinics: Sibling = {
  name: 'clinics',
  sdl: sdlOf('clinics'),
  fields: {},
  entity: { Visit: ({ id }) => ({ id, isInPhysicalTherapyProgram: true, isInNetwork: true }) },
};

/**
 * Only true and false become facts; anything else is unknown and left out of the key. If the sibling that resolves the field
 * is down, Hive Gateway sends an error object in its place, and the response has no error.
 */
function fact(holds: unknown, condition: string): string {
  return holds === true ? ` +${condition}` : holds === false ? ` -${condition}` : '';
}

/** Every value received in place of a required field, for the test of a sibling that is down. */
export const required: unknown[] = [];

export const visits: Sibling = {
  name: 'visits',
  sdl: sdlOf('visits'),
  fields: {
    Visit: {
      case: ({ planSlug, isPrescribed, isInPhysicalTherapyProgram, isInNetwork }) => {
        required.push(isInNetwork);
        return typeof planSlug !== 'string'
          ? null
          : caseOf(
              planSlug +
                fact(isPrescribed, 'prescribed') +
                fact(isInPhysicalTherapyProgram, 'part-of-physical-therapy-program') +
                fact(isInNetwork, 'in-network-provider'),
            );
      },
    },
  },
};
