/**
 * Classes of words that can occur in a question and that no rule of coverage turns on by themselves. A word of these classes
 * that names nothing in the data is set aside. Do not add a word that can be part of the name of a plan, an insurer, a
 * service or a place, or that can reverse what is said next to it: those are in `DOUBTFUL_WORDS`.
 */
import { stemOf } from './tokenizer.ts';

const stems = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(stemOf));

/** Parts of the body. */
export const BODY_PARTS: ReadonlySet<string> = stems(`
  abdomen abdominal ankle ankles arm arms armpit back belly bicep biceps bone bones bottom brain breast breasts butt buttock
  buttocks calf calves cervical chest chin clavicle coccyx collarbone core disc discs disk disks ear ears elbow elbows
  extremity eye eyes face facet feet finger fingers foot forearm forehead glute glutes groin hamstring hamstrings hand hands
  head heel heels hip hips jaw joint joints kidney knee kneecap knees knuckle leg legs ligament ligaments limb limbs lip
  low lower lumbar lung lungs midback mouth muscle muscles muscular neck nerve nerves nose palm pelvic pelvis piriformis quad quads
  rib ribs rotator cuff sacral sacroiliac sacrum scalp sciatic shin shins shoulder shoulders skin skull spinal spine sternum
  stomach tailbone temple temples tendon tendons thigh thighs thoracic throat thumb thumbs tissue toe toes tongue tooth teeth
  torso trap traps trapezius tricep triceps trunk upper uterus vertebra vertebrae waist wrist wrists`);

/** Diagnoses, symptoms and injuries. */
export const DIAGNOSES: ReadonlySet<string> = stems(`
  accident ache aches aching achy adhd aids allergies allergy als alzheimer alzheimers anemia angina anxiety anxious arthritic
  arthritis asthma atrophy autism autistic bipolar bleeding blind blindness bloated bloating blood broken bruise bruised bruises
  bulge bulging bunion burn burned burning bursitis cancer cardiac carpal cataract cataracts celiac cerebral chemo chemotherapy
  cholesterol chronic cirrhosis claudication colitis concussion condition congestion constipation contracture copd covid cramp
  cramping cramps crohn crohns cyst deaf debilitating degenerative dementia depressed depression dermatitis diabetes diabetic
  diagnosed diagnosis disabilities disability disabled discomfort disease disorder dizziness dizzy dystonia dystrophy eczema edema
  endometriosis epilepsy epileptic fatigue fever fibro fibroid fibroids fibromyalgia flare fracture fractured fractures frozen
  gastritis glaucoma gout hashimoto headache headaches hemorrhoid hemorrhoids hemiplegia hepatitis hernia herniated herniation
  hiv hurt hurting hurts hypermobility hypertension hypothyroidism impingement impairment impaired incontinence infection
  inflamed inflammation inflammatory injured injuries injury insomnia insufficiency irritable itch itching jaundice lame leukemia
  limp limping lupus lyme lymphedema lymphoma melanoma menopause migraine migraines mobility multiple myalgia myofascial
  myopathy nausea neuralgia neuropathic neuropathy numb numbness obese obesity osteoarthritis osteopenia osteoporosis pain
  painful pains palsy palpitations panic paralysis paralyzed parkinson parkinsons pinched plantar fasciitis pneumonia postpartum
  posture pregnancy pregnant prolapse psoriasis psoriatic ptsd pulled radiculopathy rheumatic rheumatism rheumatoid ruptured
  scar scarring schizophrenia sclerosis scoliosis seizure seizures severe sick sinus sinusitis slipped soft sore soreness spasm
  spasms spastic spasticity spondylitis spondylolisthesis spondylosis sprain sprained sprains stenosis stiff stiffness strain
  strained strains stress stressed surgeries surgery swelling swollen syndrome tender tenderness tendinitis tendonitis tendinopathy
  tense tension thyroid tight tightness tingling tinnitus tmj tmd torn torticollis trauma traumatic tremor tremors tumor tumors
  tunnel ulcer ulcers vertigo weak weakness whiplash wound wounds`);

/** People, kinship, callings in the uniformed services, and what people say of themselves. */
export const PEOPLE: ReadonlySet<string> = stems(`
  adult adults army aunt auntie aunts baby babies boyfriend boy boys bride bro brother brothers buddy caregiver caregivers child
  childhood children client clients coach colleague couple couples cousin cousins coworker coworkers customer customers dad daddy dads dependent dependents
  daughter daughters deployed deployment discharged doc docs doctor doctors dr drs elder elderly employee employees employed
  expectant father fathers female fiance fiancee gal gentleman girl girls girlfriend grandchild grandchildren granddaughter granddad
  grandfather grandkid grandkids grandma grandmother grandpa grandparent grandparents grandson granny groom guardian guy guys hubby
  husband husbands individual individuals infant infants kid kids ladies lady lawyer male man marine marines married maternity men
  military mom momma moms mommy mother mothers mum navy neighbor nephew nephews newborn niece nieces nurse nurses old older owner
  pal papa partner pop preschooler resident residents retire retired retiree retirees retirement retiring roommate
  sailor self senior seniors sergeant serving sibling siblings sis sister sisters soldier soldiers son sons spouse spouses
  stepdaughter stepdad stepmom stepmother stepfather stepson student students teen teenage teenager teenagers teens therapist therapists toddler
  toddlers turn turned turning twin twins uncle uncles unemployed vet veteran veterans vets widow widowed widower wife wives woman women worker workers
  yo young younger youth disenrolled pcm pcp physician physicians`);

/** Times, without the words for days that `days.ts` reads, and how often something happens. */
export const TIMES: ReadonlySet<string> = stems(`
  afternoon age aged ages ago annual annually   autumn biweekly bimonthly calendar daily  decade decades early
  evening everyday fall  fortnight fortnightly frequency frequent frequently friday fridays holiday hour hourly hours 
    last lately later long  midnight minute minutes moment monday mondays month monthly months morning night nightly
  night noon  occasional occasionally  once quarter quarterly recent recently regularly saturday
  saturdays season second seconds  several sometime spring summer sunday sundays third thrice thursday thursdays times
  tonight tuesday tuesdays twice wednesday wednesdays week weekday weekdays weekend weekends weekly weeks winter yearly yesterday yr yrs one two three four five six seven eight nine ten eleven twelve dozen fifteen twenty thirty forty fifty sixty hundred`);

/** How something is done or how good it is. */
export const MANNERS: ReadonlySet<string> = stems(`
  affordable amazing awesome awful bad badly basically certified decent desperate desperately excellent expert extra fast fine fully
  gentle gently great half hard helpful hourlong huge important intense licensed light little local long longer lovely massive nice
  okay ongoing ordinary outpatient partial partially particular perfect personal plain pretty professional proper properly qualified
  quick quickly real reasonable registered regular relaxing routine routinely safe safely short similar simple simply single slight
  slow small soothing special specific standard super terrible terribly therapeutic tiny total totally typical typically unlimited
  urgent urgently useful usual usually weird wonderful worth`);

/** Where a person is within reach of ordinary care, so that the place stays the same. */
export const SETTINGS: ReadonlySet<string> = stems(`
  apartment bed bedroom building business center centre clinic clinics college condo facility facilities gym gyms home hometown
  homes hotel house household job office offices parlor parlors practice room salon salons school setting settings spa spas store
  studio studios university work workplace`);

/** Places that may be abroad or outside every country, and creatures that no plan insures. A question with one is not answered. */
export const OUT_OF_REACH: ReadonlySet<string> = stems(`
  abroad airplane airport animal animals aboard bird birds boat boats border cat cats colony country cruise cruises dog dogs embassy
  ferry flight goat hamster horse horses international island islands kitten liner mars moon ocean orbit outer parrot pet pets
  planet plane planes port province puppy rabbit sea ship ships shipboard space territory territories vessel yacht`);

/** Words of requests that are not about coverage. A question with one is not answered. */
export const OTHER_REQUESTS: ReadonlySet<string> = stems(`
  essay haiku ignore instruction instructions invent joke jokes limerick lyrics poem poems prompt recipe roleplay
  sing song story translate translation`);

/**
 * Words that can reverse or weaken what is said next to them, or leave it open. A question with one of them is answered only if
 * the word is part of a name in the data.
 */
export const DOUBTFUL_WORDS: ReadonlySet<string> = stems(`
  almost alleged allegedly appeal appealed avoid avoided barely bogus cancel canceled cancelled ceased conditional counterfeit
  decline declined declines denial denials dodge dropped ended ex except excepting excluding expire expired expires expiring fail
  failed failing fails fake finished forbid forbidden forged forgot forgotten former formerly fraudulent hardly hypothetical
  hypothetically illegal incomplete ineligible informal instead invalid lapse lapsed lapsing lose losing loses lost minus misplaced
  missed missing nearly never next nor opposite otherwise outdated outside partly pending pretend previous previously prohibited quit
  rarely rather refuse refused revoke revoked scarcely seldom skip skipped skipping stop stopped stops supposed suspended temporary
  tentative terminated unable unapproved unauthorized unauthorised uncertain uncovered unless unlicensed unlike unofficial unpaid
  unqualified unsigned untrue upcoming unwritten verbal verbally void waive waived waiving withdrawn withheld wrong`);
