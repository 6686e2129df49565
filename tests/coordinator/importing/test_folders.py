# SPDX-FileCopyrightText: 2026 The Coordinator developers
# SPDX-License-Identifier: MIT
# ruff: noqa: E501 - lines of files as other programs write them
"""Folders and zips: Microsoft SDS, OneRoster 1.1 and 1.2, as their samples are shaped."""

import zipfile

import pytest
from sqlalchemy import select

from coordinator.errors import Problem
from coordinator.importing import open_source
from coordinator.store.models import Enrollment, ExternalId, Family, Member, Person

SDS = {
    "users.csv": """sourcedId,username,givenName,familyName,password,activeDirectoryMatchId,email,phone,sms
1,a@x.org,Jack,Craig,P@ss,a@x.org,,,
2,b@x.org,Jean,Craig,P@ss,,jean@example.org,+11234567890,+12175550101
3,c@x.org,Fred,Hutch,P@ss,c@x.org,,,
4,d@x.org,Kris,Fein,P@ss,d@x.org,,,
""",
    "roles.csv": """userSourcedId,orgSourcedId,role,sessionSourcedId,grade,isPrimary,roleStartDate,roleEndDate
1,10,student,SY,10,TRUE,2021-08-24,2022-06-11
3,10,student,SY,ps1,TRUE,2021-08-24,2022-06-11
4,10,teacher,SY,10,TRUE,2021-08-24,2022-06-11
""",
    "relationships.csv": """userSourcedId,relationshipUserSourcedId,relationshipRole
1,2,guardian
3,2,relative
3,4,doctor
""",
    "demographics.csv": "userSourcedId,sex,birthDate,raceCodes\n1,male,2011-07-02,asian\n",
    "orgs.csv": "sourcedId,name,type,parentSourcedId\n10,School,school,\n",
}
ONEROSTER = {
    "manifest.csv": "propertyName,value\noneroster.version,1.1\n",
    "users.csv": """sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
s1,,,true,o,student,s1,,Ana,Ruiz,,1001,,,,t1,03,secret
s2,,,true,o,student,s2,,Leo,Ruiz,,1002,,,,,01,secret
s3,tobedeleted,,true,o,student,s3,,Old,Ruiz,,1003,,,,,01,
p1,,,true,o,parent,p1,,Eva,Ruiz,,,eva@x.org,2175550101,,"s1,s2",,
t1,,,true,o,teacher,t1,,Kim,Lee,,,,,,,,
""",
    "classes.csv": """sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
c1,,,Room 4,03,,,homeroom,,o,,,,
c2,,,Math,03,,,scheduled,,o,,,,
""",
    "enrollments.csv": """sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,,c1,o,s1,student,,,
e2,,,c1,o,t1,teacher,true,,
e3,,,c2,o,s2,student,,,
""",
    "academicSessions.csv": "sourcedId,status,dateLastModified,title,type,startDate,endDate\n",
}


@pytest.fixture
def folder(write_file, tmp_path):
    """`folder(files)`: a folder with these files in it."""

    def make(files):
        for name, text in files.items():
            write_file(text, f"export/{name}")
        return tmp_path / "export"

    return make


def test_a_microsoft_sds_folder_goes_in(store, folder, bring_in):
    path = folder(SDS)
    plan = bring_in(path)
    assert plan.recognised.layout == "Microsoft SDS v2.1"
    assert plan.summary == {"students": 2, "guardians": 1, "families": 1}
    assert {"password", "sex", "raceCodes"} <= set(plan.ignored_columns)
    assert any("1 person is neither" in text for text in plan.warnings)
    with store.read() as db:
        jack = db.scalar(select(Person).where(Person.name == "Jack Craig"))
        assert str(jack.birth_date) == "2011-07-02"
        assert db.scalars(select(Enrollment.grade).order_by(Enrollment.grade)).all() == ["10", "PS"]
        assert set(db.execute(select(Member.role, Member.relationship_))) == {
            ("guardian", "Guardian"),
            ("student", ""),
        }
        assert set(db.scalars(select(ExternalId.value))) == {"1", "2", "3"}
    assert bring_in(path).counts["unchanged"] == 2


def test_a_oneroster_folder_goes_in(store, folder, bring_in):
    path = folder(ONEROSTER)
    plan = bring_in(path)
    assert plan.recognised.layout == "OneRoster"
    assert plan.summary == {"students": 2, "guardians": 1, "families": 1}
    with store.read() as db:
        rows = db.execute(
            select(
                Person.name,
                Enrollment.grade,
                Enrollment.homeroom_teacher,
                Enrollment.student_number,
            )
            .join(Enrollment, Enrollment.person_id == Person.id)
            .order_by(Person.name)
        )
        assert [tuple(row) for row in rows] == [
            ("Ana Ruiz", "03", "Kim Lee", "1001"),
            ("Leo Ruiz", "01", "", "1002"),
        ]
        assert db.scalars(select(Family.name)).all() == ["Ruiz"]
    assert not bring_in(path).writes


def test_oneroster_1_2_has_its_roles_in_a_file_of_their_own(folder, bring_in):
    files = {
        "users.csv": """sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns
s1,,,true,s1,,Ana,Ruiz,,1001,,,,p1,03,,,Anita,,,o,
p1,,,true,p1,,Eva,Ruiz,,,eva@x.org,,,,,,,,,,o,
""",
        "roles.csv": """sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
r1,,,s1,primary,student,,,o,
r2,,,p1,primary,guardian,,,o,
""",
    }
    assert bring_in(folder(files)).summary == {"students": 1, "guardians": 1, "families": 1}


def test_a_zip_is_as_good_as_a_folder(folder, bring_in, tmp_path):
    folder(ONEROSTER)
    with zipfile.ZipFile(tmp_path / "export.zip", "w") as archive:
        for name, text in ONEROSTER.items():
            archive.writestr(f"inner/{name}", text)
    assert bring_in(tmp_path / "export.zip").summary["students"] == 2


def test_microsoft_sds_v1_knows_guardians_by_their_email(folder, bring_in):
    files = {
        "Student.csv": "SIS ID,School SIS ID,First Name,Last Name,Username,Password,Grade,Student Number\n1,9,Ana,Ruiz,a,b,3,77\n",
        "user.csv": "Email,First Name,Last Name,Phone,SIS ID\neva@x.org,Eva,Ruiz,,\n",
        "guardianrelationship.csv": "SIS ID,Email,Role\n1,eva@x.org,\n",
    }
    assert bring_in(folder(files)).summary == {"students": 1, "guardians": 1, "families": 1}


def test_the_vendors_shape_without_sessions_or_guardians_goes_in(store, folder, bring_in):
    files = {
        "manifest.csv": "propertyName,value\noneroster.version,1.1\nfile.results,absent",
        "academicSessions.csv": "sourcedId,status,dateLastModified,title,type",
        "demographics.csv": "userSourcedId,status,dateLastModified,birthdate,sex\n",
        "users.csv": "sourcedId,enabledUser,status,dateLastModified,orgSourcedIds,role,username,userId,givenName,familyName,identifier,email,sms,phone,agents,ext_tao_userMotherName\nuser1,TRUE,,,1,student,i,abc,ionut,padurariu,user identifier,,,,,metadata.value1\n",
    }
    plan = bring_in(folder(files))
    assert plan.counts["new"] == 1
    with store.read() as db:
        assert db.scalars(select(Person.name)).all() == ["ionut padurariu"]


def test_all_files_of_a_folder_chosen_one_by_one_are_the_folder(store, folder, bring_in):
    files = sorted(folder(ONEROSTER).iterdir())
    assert "academicSessions.csv" in {path.name for path in files}  # headings only
    plan = bring_in(files)
    assert plan.recognised.layout == "OneRoster"
    assert plan.summary == {"students": 2, "guardians": 1, "families": 1}
    empty = next(path for path in files if path.name == "academicSessions.csv")
    with pytest.raises(Problem, match="None of these files"):
        open_source([empty, empty])
