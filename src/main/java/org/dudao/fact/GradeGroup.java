package org.dudao.fact;

/** Grades of one school whose classes share their teachers of physical education. */
public record GradeGroup(
    @Required String id,
    String name,
    @Required School school,
    Stage stage,
    @Required @Domain(min = -1, max = 13) Integer fromGrade,
    @Required @Domain(min = -1, max = 13) Integer toGrade,
    Integer classes,
    Integer peTeachers)
    implements Subject {

  @Override
  public Subject owner() {
    return school;
  }

  @From({"classes", "peTeachers"})
  public Quantity classesPerPeTeacher() {
    return Quantity.ratio(classes, peTeachers);
  }
}
