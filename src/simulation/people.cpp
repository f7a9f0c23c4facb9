#include "simulation/people.hpp"

#include "community/people/chapter.hpp"
#include "identity/device_key.hpp"
#include "simulation/offices.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

constexpr std::array given_names{"Amina",   "Bruno", "Chen",  "Dalia", "Emeka", "Fatou",  "Goran", "Hana",
                                 "Ivan",    "Joana", "Kofi",  "Lucía", "Maya",  "Nils",   "Omar",  "Priya",
                                 "Quentin", "Rosa",  "Samir", "Tala",  "Uma",   "Viktor", "Wei",   "Ximena"};
constexpr std::array family_names{"Abara",   "Bauer",  "Castro", "Diallo",   "Eriksen", "Fontaine", "García", "Haddad",
                                  "Ito",     "Jansen", "Kaya",   "Larsen",   "Mensah",  "Novak",    "Okafor", "Petrov",
                                  "Quiroga", "Rossi",  "Sato",   "Tremblay", "Usman",   "Vargas"};

}  // namespace

/// People come and go with the seats that others fill: nothing happens to them for their own sake.
template <>
void story<PeopleChapter>(World&, const Scene&) {}

PersonId register_person(World& world, PersonId by) {
  const std::uint32_t number = world.number_of_the_next_person();
  const std::string name = std::string{given_names[number % given_names.size()]} + " " +
                           family_names[(number * 7 + number / 24) % family_names.size()];
  const store::Content profile =
      world.content(R"({"email":"person)" + std::to_string(number) + R"(@example.org","name":")" + name +
                    R"(","title":"Chief Information Security Officer"})");
  const PersonId next = world.read([](const Community& c) { return people(c).all.next(); });
  world.ask(by, RegisterPerson{store::content_hash(profile)}, {profile});
  return next;
}

void enrol(World& world, PersonId person, std::string_view link_secret) {
  const SoftwarePasskey passkey = world.make_passkey();
  const store::Content label = world.content("Simulated passkey");
  if (world.ask_by_link(person, link_secret, passkey.enrolment(person, store::content_hash(label)), {label}))
    world.give(person, passkey);
}

void invite_and_enrol(World& world, PersonId person) {
  const std::string link = world.link_secret();
  if (world.ask(secretary(world), OfferEnrolment{person, identity::LinkKey{link}.public_key(), world.now() + days{14}}))
    enrol(world, person, link);
}

std::string open_door(World& world, PersonId person) {
  std::string secret = world.link_secret();
  const Hash link_key = identity::LinkKey{secret}.public_key();
  for (const PersonId co_chair : co_chairs(world))
    if (co_chair != person) world.ask(co_chair, ConfirmRecovery{person, link_key});
  world.ask(secretary(world), ConfirmRecovery{person, link_key});
  return secret;
}

}  // namespace ccop::simulation
