package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineStepsTest {

  @Test
  void state_comesOutAsItWentIn() {
    long state = LineSteps.state(1, 1023, 0, 77, 512, 3);

    assertThat(LineSteps.numbersDone(state)).isEqualTo(1);
    assertThat(LineSteps.numbersFloor(state)).isEqualTo(1023);
    assertThat(LineSteps.codesDone(state)).isZero();
    assertThat(LineSteps.tokensDone(state)).isEqualTo(77);
    assertThat(LineSteps.labelsDone(state)).isEqualTo(512);
    assertThat(LineSteps.size(state)).isEqualTo(3);
  }

  @Test
  void stateThatDoesNotFit_isNotWrittenDown() {
    LineSteps steps = new LineSteps();
    steps.clear();
    steps.add(Detectors.NUMBER, 9, LineSteps.state(0, 8, 0, 0, 0, 0), 7);
    assertThat(steps.fits()).isTrue();

    steps.add(Detectors.NUMBER, 9, 7, LineSteps.state(0, 8, 0, 0, 1024, 0));

    assertThat(steps.fits()).isFalse();
  }

  @Test
  void manySteps_areKeptInOrder() {
    LineSteps steps = new LineSteps();
    steps.clear();
    for (int i = 0; i < 100; i++) {
      steps.add(Detectors.TOKEN, i, i, i + 1);
    }

    long[] all = steps.copy();

    assertThat(all).hasSize(100 * LineSteps.STEP);
    assertThat(LineSteps.kind(all, 99 * LineSteps.STEP)).isEqualTo(Detectors.TOKEN);
    assertThat(LineSteps.at(all, 99 * LineSteps.STEP)).isEqualTo(99);
    assertThat(LineSteps.after(all, 99 * LineSteps.STEP)).isEqualTo(100);
    assertThat(steps.needsBits()).isFalse();
  }
}
