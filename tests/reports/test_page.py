"""The page of an assessment: complete, standing alone, escaped, and free of script errors in a browser."""

import re
import shutil
import subprocess

import pytest
import synthetic

from flattop.reports.pages.flight import write_flight
from flattop.reports.pages.folder import Folder

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--virtual-time-budget=4000",
    "--enable-logging=stderr", "--dump-dom",
)  # fmt: skip
USE = """
<script>
window.addEventListener("error", (e) => { document.body.dataset.fault = e.message; });
document.querySelectorAll(".replay").forEach((root) => {
  root.querySelectorAll("[data-view]").forEach((button) => button.click());
  const slider = root.querySelector("input");
  for (const share of [0, 0.3, 0.7, 1]) {
    slider.value = share * slider.max;
    slider.dispatchEvent(new Event("input"));
  }
  const canvas = root.querySelector("canvas");
  for (const key of ["ArrowLeft", "ArrowUp", "+", "-"]) canvas.dispatchEvent(new KeyboardEvent("keydown", { key }));
  root.querySelector("[data-play]").click();
});
setTimeout(() => { document.body.dataset.used = "yes"; }, 500);
</script>
"""


def loaded(page, profile):
    """The document after loading in a browser, and the lines its console wrote."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        pytest.skip("no Chromium found")
    command = [browser, *FLAGS, f"--user-data-dir={profile}", page.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_page_runs_without_script_error(written, tmp_path):
    """Both replays start, every view, the slider, keys and play work, and the console stays empty."""
    page = tmp_path / "used.html"
    text = (written.path / "report.html").read_text(encoding="utf-8")
    page.write_text(text.replace("</body>", USE + "</body>"), encoding="utf-8")
    document, console = loaded(page, tmp_path / "profile")
    assert console == []
    assert document.count('data-replay="ready"') == 2
    assert 'data-used="yes"' in document
    assert "data-fault" not in document


def test_script_errors_are_noticed(tmp_path):
    """A page with a fault writes to the console, so the test above can fail."""
    page = tmp_path / "broken.html"
    page.write_text("<script>nothing.there();</script>", encoding="utf-8")
    assert loaded(page, tmp_path / "profile")[1]


def test_page_fetches_nothing(written):
    """No element of the page loads anything from elsewhere: links to sources are all that points outside."""
    text = (written.path / "report.html").read_text(encoding="utf-8")
    fetched = re.findall(r'<(?:script|img|link|iframe)[^>]*(?:src|href)="([^"]+)"', text)
    assert all(address.startswith("data:") for address in fetched)
    assert "@import" not in text
    assert "fetch(" not in text


def test_page_is_of_sensible_size(written):
    """The page stays below 12 MB, the limit agreed for a report that is sent by mail."""
    assert 1e5 < (written.path / "report.html").stat().st_size < 12e6


def test_page_escapes_text(written):
    """Sentences of a verdict are text, whatever they contain."""
    text = (written.path / "report.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;only&lt;/b&gt;" in text


def test_page_says_what_it_must(written, subject):
    """Verdicts, seed, command, digests, weak inputs and the caveats of airwake and autoland are all there."""
    text = (written.path / "report.html").read_text(encoding="utf-8")
    for wanted in (
        "GO IN PART", "flattop assess tb3 izumo --seed 7", subject.airframe.digest, subject.ship.digest,
        "airwake is the weakest", "automatic pilot is Flattop", 'class="grade weak"', "aerodynamics.lift_slope",
    ):  # fmt: skip
        assert wanted in text, wanted


def test_every_picture_has_words(written):
    """Each figure has an alternative text and a caption."""
    text = (written.path / "report.html").read_text(encoding="utf-8")
    alternatives = re.findall(r'<img src="data:image/svg[^>]*? alt="([^"]*)"', text)
    assert len(alternatives) == text.count("<figcaption>") == 10
    assert all(len(words) > 10 for words in alternatives)


def test_folder_holds_figures_and_results(written):
    """Every figure comes as PNG and every result as NetCDF beside the page, and nothing half-written stays."""
    names = {path.name for path in written.path.iterdir()}
    assert {"report.html", "polar-recovery.png", "polar-launch.png", "touchdowns.png"} <= names
    assert {"envelope-recovery.nc", "flights-launch.nc", "trajectory-recovery.nc", "deck-motion.nc", "trim.nc"} <= names
    assert not [name for name in names if name.startswith(".")]
    assert {path.name for path in written.written} == names


@pytest.mark.parametrize("mission", ["launch", "recovery"])
def test_flight_page_runs_without_script_error(mission, subject, tmp_path):
    """The page of one flight replays it."""
    folder = Folder(tmp_path / "out")
    write_flight(folder, synthetic.trajectory(mission), subject)
    document, console = loaded(folder.path / "report.html", tmp_path / "profile")
    assert console == []
    assert document.count('data-replay="ready"') == 1
