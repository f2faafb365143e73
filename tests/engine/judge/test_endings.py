"""How a frame is judged: one constructed situation for every end of a flight, and what is noted on the way."""

import math

import pytest

from flattop.engine.assemble.parameters import parameters_of
from flattop.engine.begin.approach import recovery_start
from flattop.engine.judge.endings import PRECEDENCE, Events, outcome_of
from flattop.engine.judge.log import log_after
from flattop.engine.judge.outcome import ADVICE, MISHAP, NO_HARM, SUCCESS, Outcome, label
from flattop.engine.records import AirData, RelativeMotion
from flattop.physics.body.rigid_body import State
from flattop.physics.ship.ship_motion import ShipMotion
from flattop.pilot.contract import Intent
from flattop.quantities.vectors import Euler, Vec3, quaternion, rotate, rotate_back

ZERO = Vec3(0.0, 0.0, 0.0)
STILL = ShipMotion(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)


@pytest.fixture(scope="module")
def parameters(make_scenario):
    """A TB3 and the deck of Izumo, 16.4 m high, from -122 to 123 m, island from -30 to 40 m."""
    return parameters_of(make_scenario("recovery"))


class Situation:
    """A flight at a place of the deck, wheels at a height over the level deck, before and after one frame."""

    def __init__(self, parameters, x=0.0, y=-5.5, height=3.0, roll=0.0, pitch=0.05, velocity=(30.0, 0.0, 1.0)):
        self.parameters, flight = parameters, recovery_start(parameters)
        main, q_NB, v_N = parameters.airframe.main, quaternion(roll, pitch, 0.0), Vec3(*velocity)
        wheels = rotate(q_NB, Vec3(main.x, 0.0, main.z))
        p_N = Vec3(x, y, -parameters.deck.height - height) - wheels
        self.moving = flight.moving._replace(body=State(p_N, q_NB, rotate_back(q_NB, v_N), ZERO))
        self.seen = AirData(35.0, 35.0, 0.05, Euler(roll, pitch, 0.0))
        h = 0.02
        now = RelativeMotion(
            x - h * v_N.x, y - h * v_N.y, height + h * v_N.z, v_N.x, v_N.y, v_N.z, 35.0, pitch, roll, 0.0
        )
        self.demand = flight.avionics.demand._replace(intent=float(Intent.APPROACH))
        self.log = flight.log._replace(relative=now, intent=float(Intent.APPROACH))

    def loaded(self, nose=0.0, left=3000.0, right=3000.0, peak=0.0):
        """The same with loads on the wheels."""
        self.moving = self.moving._replace(load=Vec3(nose, left, right), peak_load=Vec3(0.0, peak, peak))
        return self

    def meaning(self, intent, before=None, attempts=0.0, on_wheels=0.0):
        """The same with what the pilot means to do now and meant in the frame before, and what the log knew then."""
        self.demand = self.demand._replace(intent=float(intent))
        meant = float(intent if before is None else before)
        self.log = self.log._replace(intent=meant, attempts=attempts, on_wheels=on_wheels)
        return self

    def log_after(self, time=12.0):
        """The log after the frame."""
        return log_after(self.log, self.moving, self.seen, STILL, self.demand, time, self.parameters)

    def outcome(self):
        """How it was judged."""
        return Outcome(int(self.log_after().outcome))


def test_a_flight_on_its_way_goes_on(parameters):
    """Three metres over the deck nothing has ended."""
    assert Situation(parameters).outcome() == Outcome.FLYING


def test_a_normal_touchdown_is_no_accident(parameters):
    """Wheels on the deck and a strut's compression below it, at five degrees of pitch."""
    s = Situation(parameters, x=-85.0, height=-0.2, pitch=math.radians(5.0)).loaded(peak=15e3).meaning(Intent.ROLLOUT)
    assert s.outcome() == Outcome.FLYING


def test_a_wing_tip_in_the_deck_is_a_tip_strike(parameters):
    """The tip is 1.9 m above the wheels and 7 m out: 20 degrees of roll bring it below them."""
    assert Situation(parameters, height=0.3, roll=math.radians(20.0)).outcome() == Outcome.TIP_STRIKE
    assert Situation(parameters, height=0.3, roll=math.radians(-20.0)).outcome() == Outcome.TIP_STRIKE
    assert Situation(parameters, height=0.3, roll=math.radians(10.0)).outcome() == Outcome.FLYING


def test_a_tail_in_the_deck_is_a_tail_strike(parameters):
    """The propeller's disc, 0.6 m above and 1.5 m behind the wheels, meets the deck at 22 degrees."""
    assert Situation(parameters, height=0.02, pitch=math.radians(26.0)).outcome() == Outcome.TAIL_STRIKE
    assert Situation(parameters, height=0.02, pitch=math.radians(18.0)).outcome() == Outcome.FLYING


def test_a_wing_in_the_island_is_an_island_strike(parameters):
    """With the island's inner side at 8 m a half span of 7 m must stay left of 1 m."""
    assert Situation(parameters, x=0.0, y=1.2).outcome() == Outcome.ISLAND_STRIKE
    assert Situation(parameters, x=0.0, y=0.8).outcome() == Outcome.FLYING
    assert Situation(parameters, x=-60.0, y=1.2).outcome() == Outcome.FLYING
    assert Situation(parameters, x=0.0, y=1.2, height=30.0).outcome() == Outcome.FLYING


def test_a_wheel_over_the_edge_is_off_the_side(parameters):
    """The left wheel beyond the port edge at 19 m, with the track's half of 1.25 m."""
    assert Situation(parameters, x=20.0, y=-17.8, height=0.0).loaded().outcome() == Outcome.OFF_SIDE
    assert Situation(parameters, x=20.0, y=-17.7, height=0.0).loaded().outcome() == Outcome.FLYING
    assert Situation(parameters, x=20.0, y=-17.8, height=5.0).outcome() == Outcome.FLYING


def test_wheels_below_the_sea_are_ditched(parameters):
    """Ahead of the ship, a metre below the calm sea."""
    assert Situation(parameters, x=200.0, height=-17.4).outcome() == Outcome.DITCHED
    assert Situation(parameters, x=200.0, height=-15.0).outcome() == Outcome.FLYING


def test_crossing_the_stern_too_low_is_a_ramp_strike(parameters):
    """Main wheels half a metre below the edge in the frame that crosses it; the height over the edge is noted.

    Behind the stern it is the height over the level deck, ahead over the round-down: here, 0.2 m in, 0.09 m lower.
    """
    low = Situation(parameters, x=-121.8, height=-0.5, velocity=(30.0, 0.0, 0.0))
    assert low.outcome() == Outcome.RAMP_STRIKE
    assert low.log_after().ramp_clearance == pytest.approx(-0.5, abs=0.09)
    high = Situation(parameters, x=-121.8, height=2.5, velocity=(30.0, 0.0, 0.0))
    assert high.outcome() == Outcome.FLYING
    assert high.log_after().ramp_clearance == pytest.approx(2.5, abs=0.09)


def test_too_much_load_is_a_hard_landing(parameters):
    """More than the limit load on one main leg, once, at any time."""
    limit = parameters.airframe.extremities.main_load
    assert Situation(parameters, height=-0.2).loaded(peak=1.01 * limit).outcome() == Outcome.HARD_LANDING
    assert Situation(parameters, height=-0.2).loaded(peak=0.99 * limit).outcome() == Outcome.FLYING


@pytest.mark.parametrize("intent", [Intent.ROLLOUT, Intent.REJECT])
def test_rolling_over_the_bow_is_an_overrun(parameters, intent):
    """In the rollout, and in a launch given up."""
    assert Situation(parameters, x=124.0, y=0.0, height=-0.3).meaning(intent).outcome() == Outcome.OVERRUN


def test_deep_stall_leaves_the_valid_range(parameters):
    """Angle of attack beyond the limit in the air; on the wheels it may be anything."""
    high = Situation(parameters, x=-300.0, height=20.0)
    high.seen = high.seen._replace(alpha=1.1 * parameters.limits.alpha)
    assert high.outcome() == Outcome.LEFT_VALID_RANGE
    rolling = Situation(parameters, height=-0.2).loaded().meaning(Intent.ROLLOUT)
    rolling.seen = rolling.seen._replace(alpha=-3.0)
    assert rolling.outcome() == Outcome.FLYING


def test_stopping_on_deck(parameters):
    """At rest in the rollout it has been recovered, in a launch given up rejected; rolling on it has not."""
    for intent, outcome in ((Intent.ROLLOUT, Outcome.RECOVERED), (Intent.REJECT, Outcome.REJECTED)):
        slow = Situation(parameters, height=-0.2, pitch=0.0, velocity=(0.2, 0.0, 0.0)).loaded().meaning(intent)
        fast = Situation(parameters, height=-0.2, pitch=0.0, velocity=(2.0, 0.0, 0.0)).loaded().meaning(intent)
        assert (slow.outcome(), fast.outcome()) == (outcome, Outcome.FLYING)


def test_the_last_attempt_ends_the_flight(parameters):
    """On the wheels it is a bolter, in the air a wave-off; with attempts left the flight goes round again."""
    last, around, landing = parameters.limits.attempts - 1.0, Intent.GO_AROUND, Intent.APPROACH
    bolted = Situation(parameters, height=-0.2).loaded().meaning(around, landing, last)
    assert bolted.outcome() == Outcome.BOLTER
    assert Situation(parameters, x=-300.0, height=9.0).meaning(around, landing, last).outcome() == Outcome.WAVED_OFF
    going = Situation(parameters, x=-300.0, height=9.0).meaning(around, landing, last - 1.0)
    assert (going.outcome(), going.log_after().attempts) == (Outcome.FLYING, last)


def test_an_approach_is_given_up_once(parameters):
    """Counted in the frame in which the pilot begins to go around, not again while it does."""
    still = Situation(parameters, x=-300.0, height=9.0).meaning(Intent.GO_AROUND, Intent.GO_AROUND, 1.0)
    assert still.log_after().attempts == 1.0


def test_climbing_away_is_launched(parameters):
    """Above the height that counts, past the bow or over a long runway; not below it."""
    enough = parameters.limits.launch_height
    assert Situation(parameters, x=300.0, height=enough + 5.0).meaning(Intent.CLIMB).outcome() == Outcome.LAUNCHED
    assert Situation(parameters, x=300.0, height=enough - 10.0).meaning(Intent.CLIMB).outcome() == Outcome.FLYING
    assert Situation(parameters, x=-20.0, height=enough + 5.0).meaning(Intent.CLIMB).outcome() == Outcome.LAUNCHED


def test_what_is_not_a_number_is_not_finite(parameters):
    """Before anything else is looked at."""
    s = Situation(parameters)
    s.moving = s.moving._replace(body=s.moving.body._replace(v_B=Vec3(math.nan, 0.0, 0.0)))
    assert s.outcome() == Outcome.NOT_FINITE


def test_the_order_of_precedence():
    """Each event alone is its outcome; of two, the one that stands first in the table; of none, the flight goes on."""
    names = [o.name.lower() for o in PRECEDENCE]
    assert set(PRECEDENCE) == set(Outcome) - {Outcome.FLYING}
    assert sorted(names) == sorted(Events._fields)
    nothing = Events(**dict.fromkeys(names, False))
    assert outcome_of(nothing) == Outcome.FLYING
    for k, first in enumerate(names):
        assert outcome_of(nothing._replace(**{first: True})) == PRECEDENCE[k]
        for second in names[k + 1 :]:
            assert outcome_of(nothing._replace(**{first: True, second: True})) == PRECEDENCE[k]


def test_a_load_while_landing_is_a_touchdown(parameters):
    """Place and motion of the frame before, carried on to no height; whether the pilot has noticed or not."""
    s = Situation(parameters, x=-85.0, height=-0.01, velocity=(30.0, 0.5, 1.2)).loaded()
    for intent in (Intent.ROLLOUT, Intent.GO_AROUND, Intent.APPROACH):
        first = s.meaning(intent, Intent.APPROACH).log_after()
        assert first.touchdown_time == 12.0
        assert (first.touchdown.sink_rate, first.touchdown.speed, first.touchdown.drift) == (1.2, 30.0, 0.5)
        before = s.log.relative
        assert first.touchdown.x == pytest.approx(before.x + 30.0 * before.height / 1.2, abs=1e-12)


def test_rolling_on_and_bouncing_are_no_touchdowns(parameters):
    """A wheel that was loaded before, or comes down again in the rollout, or meets the deck on a launch."""
    s = Situation(parameters, x=-85.0, height=-0.01, velocity=(30.0, 0.5, 1.2)).loaded()
    rolling = s.meaning(Intent.APPROACH, Intent.APPROACH, on_wheels=1.0)
    assert math.isnan(rolling.log_after().touchdown_time)
    for intent in (Intent.ROLLOUT, Intent.LAUNCH_RUN, Intent.CLIMB):
        assert math.isnan(s.meaning(intent).log_after().touchdown_time)


def test_the_lower_wheel_touches_first(parameters):
    """With a wing down the height that is left is that of the lower wheel."""
    s = Situation(parameters, x=-85.0, height=-0.01, velocity=(30.0, 0.0, 1.2), roll=0.02).loaded()
    log, before = s.meaning(Intent.ROLLOUT, Intent.APPROACH).log_after(), s.log.relative
    lower = before.height - parameters.airframe.main.y * abs(before.roll)
    assert log.touchdown.x == pytest.approx(before.x + 30.0 * max(lower / 1.2, -0.04), abs=1e-12)


def test_airspeed_and_time_at_the_bow_are_noted(parameters):
    """In the frame that passes it."""
    log = Situation(parameters, x=123.2, y=0.0, height=3.0).meaning(Intent.CLIMB).log_after()
    assert (log.bow_airspeed, log.bow_time) == (35.0, 12.0)


def test_the_lowest_height_past_the_bow_is_noted(parameters):
    """Of the wheels over the sea, the least of all frames."""
    s = Situation(parameters, x=150.0, height=3.0).meaning(Intent.CLIMB)
    s.log = s.log._replace(lowest_height=25.0)
    assert s.log_after().lowest_height == pytest.approx(16.4 + 3.0, abs=0.05)  # at 0.05 rad the wheels hang 1 cm lower


def test_every_outcome_has_advice_and_a_label():
    """One sentence each, and words for the reports."""
    assert set(ADVICE) == set(Outcome)
    assert all(text.endswith(".") for text in ADVICE.values())
    assert label(Outcome.RAMP_STRIKE) == "ramp strike"


def test_success_harm_and_mishap():
    """Every outcome is a mishap or does no harm; a success is never a mishap, a lost lane always."""
    assert set(Outcome) == MISHAP | NO_HARM
    assert not MISHAP & NO_HARM
    assert SUCCESS < NO_HARM
    assert Outcome.NOT_FINITE in MISHAP
